package org.luodi.voice;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.luodi.evidence.Photo;
import org.luodi.organisation.Placement;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.files.StoredFile;
import org.luodi.platform.files.StoredFiles;
import org.luodi.platform.files.Upload;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Photos of a report: at most five, seen by its reporter and by the offices it concerns. Who may see the report is the caller's to know. */
@Component
public class Photos {

    public static final int MOST = 5;
    private static final long BYTES = 10 << 20;

    private final ReportStore reports;
    private final PhotoStore store;
    private final StoredFiles files;
    private final ReportPlaces places;
    private final Ledger ledger;
    private final Clock clock;

    Photos(ReportStore reports, PhotoStore store, StoredFiles files, ReportPlaces places, Ledger ledger, Clock clock) {
        this.reports = reports;
        this.store = store;
        this.files = files;
        this.places = places;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Numbers of the photos of a report. */
    @Transactional(readOnly = true)
    public List<Integer> of(ReportId report) {
        return store.of(report);
    }

    /** Where one lies. */
    @Transactional(readOnly = true)
    public Path photo(ReportId report, int number) {
        return store.file(report, number)
                .map(files::get)
                .map(files::path)
                .orElseThrow(() -> new NotFound("photo", number));
    }

    /** Adds photos to those that are there. */
    @Transactional
    public void add(ReportId id, List<Photo> photos) {
        places.hold();
        Report report = reports.hold(id).orElseThrow(() -> new NotFound("report", id.value()));
        ReportRules.move(report, Verb.ADD);
        int before = store.of(id).size();
        if (photos.isEmpty()) {
            throw Refusal.of("voice.refused.photos.none");
        }
        refuseTooMany(before + photos.size());
        keep(report, photos, before);
    }

    /** Keeps the photos that came with a report; where the same form came again they are there already. */
    @Transactional(propagation = Propagation.MANDATORY)
    void receive(ReportId id, List<Photo> photos) {
        if (!photos.isEmpty() && store.of(id).isEmpty()) {
            refuseTooMany(photos.size());
            keep(reports.find(id).orElseThrow(), photos, 0);
        }
    }

    /** A report with more of them is refused before any is read. */
    public static void refuseTooMany(int photos) {
        if (photos > MOST) {
            throw Refusal.of("voice.refused.photos", MOST);
        }
    }

    private void keep(Report report, List<Photo> photos, int before) {
        List<String> digests = new ArrayList<>();
        for (Photo photo : photos) {
            StoredFile file = files.keep(
                    new Upload("photo.jpg", "image/jpeg", new ByteArrayInputStream(photo.jpeg())),
                    BYTES,
                    Actor.SYSTEM.id());
            digests.add(file.digest());
            store.insert(report.id(), before + digests.size(), file.id(), clock.instant());
        }
        Placement asked = places.of(report.asked());
        ledger.append(new Change(
                clock.instant(),
                Actor.SYSTEM,
                null,
                new Subject("report", report.id().value()),
                "photographed",
                Map.of("photos", digests),
                asked.reach()));
    }
}
