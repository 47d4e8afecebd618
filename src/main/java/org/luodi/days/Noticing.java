package org.luodi.days;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luodi.matters.Telling;
import org.luodi.organisation.UnitId;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Place;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns ledger entries into notices, a batch a transaction together with the place it has come to: after a crash it goes on
 * where it was, and nobody is told twice.
 */
@Component
class Noticing {

    static final int BATCH = 2000;

    /** What was done longer ago, such as a ledger brought in with its past, is no news. */
    private static final Duration NEWS = Duration.ofDays(14);

    /** So many of the same to one unit at once are said in one notice. */
    private static final int MANY = 20;

    private final Ledger ledger;
    private final NoticeStore store;
    private final Map<String, Telling> tellings;
    private final Clock clock;

    Noticing(Ledger ledger, NoticeStore store, List<Telling> tellings, Clock clock) {
        this.ledger = ledger;
        this.store = store;
        this.tellings = tellings.stream().collect(Collectors.toMap(Telling::kind, Function.identity()));
        this.clock = clock;
    }

    /** Reads one batch; returns how many entries it held. */
    @Transactional
    public int step() {
        Place from = store.lockProgress();
        List<Entry> entries = ledger.after(from, BATCH);
        if (!entries.isEmpty()) {
            store.insert(notices(entries, clock.instant().minus(NEWS)));
            store.progress(entries.get(entries.size() - 1).place());
        }
        return entries.size();
    }

    private List<NoticeStore.Row> notices(List<Entry> entries, Instant since) {
        List<NoticeStore.Row> rows = new ArrayList<>();
        for (Entry entry : entries) {
            Telling telling = entry.at().isBefore(since)
                    ? null
                    : tellings.get(entry.about().kind());
            if (telling != null) {
                telling.of(entry).forEach(tiding -> rows.add(row(entry, tiding)));
            }
        }
        return gathered(rows);
    }

    private static NoticeStore.Row row(Entry entry, Telling.Tiding tiding) {
        return new NoticeStore.Row(
                0,
                tiding.unit(),
                entry.about().kind(),
                entry.about().id(),
                tiding.word(),
                tiding.due(),
                0,
                entry.actor(),
                entry.at(),
                false);
    }

    /** One notice instead of a flood: the first of many alike, and how many more there are. */
    static List<NoticeStore.Row> gathered(Collection<NoticeStore.Row> rows) {
        record Alike(UnitId unit, String kind, String word, long actor) {}
        Map<Alike, List<NoticeStore.Row>> alike = new LinkedHashMap<>();
        rows.forEach(
                r -> alike.computeIfAbsent(new Alike(r.unit(), r.kind(), r.word(), r.actor()), a -> new ArrayList<>())
                        .add(r));
        return alike.values().stream()
                .flatMap(same -> same.size() > MANY ? List.of(first(same)).stream() : same.stream())
                .toList();
    }

    private static NoticeStore.Row first(List<NoticeStore.Row> same) {
        NoticeStore.Row r = same.get(0);
        return new NoticeStore.Row(
                0, r.unit(), r.kind(), r.about(), r.word(), r.due(), same.size() - 1, r.actor(), r.at(), false);
    }
}
