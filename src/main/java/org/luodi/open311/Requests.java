package org.luodi.open311;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterId;
import org.luodi.voice.NewReport;
import org.luodi.voice.Published;
import org.luodi.voice.Receipt;
import org.luodi.voice.ReportId;
import org.luodi.voice.Voices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports of the public that anybody may read, as requests for a service (mechanisms 18). */
@Component
public class Requests {

    private final RequestStore store;
    private final Published published;
    private final Voices voices;
    private final MatterBatches matters;

    Requests(RequestStore store, Published published, Voices voices, MatterBatches matters) {
        this.store = store;
        this.published = published;
        this.voices = voices;
        this.matters = matters;
    }

    /**
     * What was received.
     *
     * @param token leads to its code once anybody may read it, and opens nothing
     */
    public record Received(String token, Receipt receipt) {}

    /** Takes a request in as a report; it is on the disk when this returns. */
    @Transactional
    public Received receive(NewReport report) {
        String token = voices.token();
        return new Received(token, voices.receive(report.once(published.once(token))));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Request> list(Asked asked) {
        return shown(store.list(asked));
    }

    /** Those with these public codes, the newest first; what does not exist or is not for everybody is left out. */
    @Transactional(readOnly = true)
    public List<Request> all(Collection<String> codes) {
        return shown(store.all(published.byCodes(codes)));
    }

    /** Whether anything was sent under a token. */
    @Transactional(readOnly = true)
    public boolean isSent(String token) {
        return published.byToken(token).isPresent();
    }

    /** The code of what was sent under a token, once anybody may read it. */
    @Transactional(readOnly = true)
    public Optional<String> code(String token) {
        List<ReportId> sent = published.byToken(token).stream().toList();
        return shown(store.all(sent)).stream().findFirst().map(r -> r.report().code());
    }

    /** The list may be a moment old; what is read beside it is not. */
    private List<Request> shown(List<RequestStore.Row> rows) {
        Map<ReportId, Published.Open> open =
                published.all(rows.stream().map(RequestStore.Row::report).toList());
        Map<MatterId, Matter> became = matters.all(rows.stream()
                .map(RequestStore.Row::matter)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream()
                .filter(r -> open.containsKey(r.report()))
                .map(r -> new Request(open.get(r.report()), became.get(r.matter()), r.closedAt()))
                .toList();
    }
}
