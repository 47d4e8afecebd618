package org.luodi.voice;

import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What anybody may read of reports: those that an office has looked at. Neither what is about a unit itself, nor "me too", nor what was
 * withdrawn or set aside; and no words that tell who somebody is.
 */
@Component
public class Published {

    private final PublishedStore store;
    private final ReportStore reports;
    private final Receipts receipts;
    private final ReportKeys keys;

    Published(PublishedStore store, ReportStore reports, Receipts receipts, ReportKeys keys) {
        this.store = store;
        this.reports = reports;
        this.receipts = receipts;
        this.keys = keys;
    }

    /**
     * A report as anybody may read it.
     *
     * @param text as first written; null where it tells who somebody is
     * @param at when it came in
     */
    public record Open(Report report, String text, Instant at) {}

    /** Those of these reports that anybody may read. */
    @Transactional(readOnly = true)
    public Map<ReportId, Open> all(Collection<ReportId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.all(ids).stream()
                        .map(Published::checked)
                        .collect(Collectors.toMap(o -> o.report().id(), Function.identity()));
    }

    private static Open checked(Open open) {
        return PersonalData.in(open.text()).isEmpty() ? open : new Open(open.report(), null, open.at());
    }

    /** The numbers of reports by their public codes, whether anybody may read them or not. */
    @Transactional(readOnly = true)
    public List<ReportId> byCodes(Collection<String> codes) {
        return store.byCodes(codes.stream().map(Receipts::plain).distinct().toList());
    }

    /** The token of the form that belongs to a token which may be seen by others: it opens nothing by itself. */
    public String once(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.receipt("token " + token));
    }

    /** The report that was sent under such a token. */
    @Transactional(readOnly = true)
    public Optional<ReportId> byToken(String token) {
        return reports.lock(receipts.of(once(token)).code()).map(ReportStore.Lock::id);
    }
}
