package org.luodi.voice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How somebody who is asked is reached, and how he shows that it is he. The seal of a contact is opened for nothing else. */
@Component
public class Reaching {

    private final ReportStore reports;
    private final ContactStore contacts;
    private final ReachStore reach;
    private final Units units;
    private final MatterBatches joined;
    private final ContactSeal seal;
    private final Receipts receipts;
    private final ReportKeys keys;

    Reaching(Voices.Stores stores, ReachStore reach, Units units, MatterBatches joined, Locks locks) {
        this.reports = stores.reports();
        this.contacts = stores.contacts();
        this.reach = reach;
        this.units = units;
        this.joined = joined;
        this.seal = locks.seal();
        this.receipts = locks.receipts();
        this.keys = locks.keys();
    }

    /** What opens a contact or a receipt. */
    @Component("reachingLocks")
    record Locks(ContactSeal seal, Receipts receipts, ReportKeys keys) {}

    /** What somebody has shown. */
    public enum Shown {
        NOTHING,
        /** The end of the phone number, or the mail address. */
        CONTACT,
        /** The secret word of the receipt. */
        RECEIPT
    }

    /**
     * Somebody who reported a matter.
     *
     * @param kind {@code phone} or {@code mail}; null where there is no contact
     * @param key the same for the same contact; null likewise
     */
    public record Reached(ReportId report, boolean metoo, String kind, byte[] key) {}

    /** Whoever reported these matters, or one that was joined to them, and has not withdrawn, the first reports first, "me too" after them. */
    @Transactional(readOnly = true)
    public Map<MatterId, List<Reached>> reported(Collection<MatterId> matters) {
        return matters.isEmpty() ? Map.of() : reach.reported(joined.withJoined(matters));
    }

    /** Those who agreed to be asked about these units or what lies below them, each contact once a unit. */
    @Transactional(readOnly = true)
    public Map<UnitId, List<Circle>> circles(Collection<UnitId> places) {
        return places.isEmpty() ? Map.of() : reach.circles(units.all(places));
    }

    /** Of these units, those in whose subtree somebody agreed to be asked. */
    @Transactional(readOnly = true)
    public List<UnitId> withCircle(Collection<UnitId> places) {
        return places.isEmpty() ? List.of() : reach.withCircle(units.all(places));
    }

    /** How many contacts at each of these units or below it agreed to be asked; none where there are none. */
    @Transactional(readOnly = true)
    public Map<UnitId, Long> circleSizes(Collection<UnitId> places) {
        return places.isEmpty() ? Map.of() : reach.circleSizes(units.all(places));
    }

    /** By which way each can be reached, {@code phone} or {@code mail}; those who left no contact are not in it. */
    @Transactional(readOnly = true)
    public Map<ReportId, String> kinds(Collection<ReportId> ids) {
        return reach.kinds(ids);
    }

    /** What these words show: that of the receipt, the last four figures of the phone, the mail address, or nothing. */
    @Transactional(readOnly = true)
    public Shown shown(ReportId id, String given) {
        Report report = found(id);
        byte[] kept = reports.lock(report.code()).orElseThrow().secret();
        if (receipts.opens(report.code(), Receipts.plain(given), kept)) {
            return Shown.RECEIPT;
        }
        return address(report).filter(a -> a.isKnownTo(given)).isPresent() ? Shown.CONTACT : Shown.NOTHING;
    }

    /** Where a mail goes; empty where there is no address, or it was erased. */
    @Transactional(readOnly = true)
    public Optional<String> mail(ReportId id) {
        return address(found(id)).filter(a -> a.kind().equals("mail")).map(Address::plain);
    }

    /** The number to call; the caller's look at it is for the module above to write down. */
    @Transactional(readOnly = true)
    public Optional<String> phone(ReportId id) {
        return address(found(id)).filter(a -> a.kind().equals("phone")).map(Address::plain);
    }

    /** A mark that only this installation can make. */
    public byte[] mark(String what) {
        return keys.receipt("reaching " + what);
    }

    private Report found(ReportId id) {
        return reports.find(id).orElseThrow(() -> new NotFound("report", id.value()));
    }

    private Optional<Address> address(Report report) {
        return contacts.find(report.id())
                .filter(c -> c.cipher() != null)
                .map(c -> seal.open(c.cipher(), report.code()));
    }
}
