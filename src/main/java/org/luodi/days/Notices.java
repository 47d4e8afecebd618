package org.luodi.days;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luodi.matters.Telling;
import org.luodi.matters.Waiting;
import org.luodi.organisation.Scope;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Slice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the units at which one works were told; what one did oneself is not news. */
@Component
public class Notices {

    /** More than this is said as "many". */
    public static final int MANY = 100;

    private final NoticeStore store;
    private final Map<String, Telling> tellings;

    Notices(NoticeStore store, List<Telling> tellings) {
        this.store = store;
        this.tellings = tellings.stream().collect(Collectors.toMap(Telling::kind, Function.identity()));
    }

    /** Newest first, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Notice> list(Scope scope, String cursor, int limit) {
        Long before = cursor == null ? null : Parameter.cursor(cursor);
        NoticeStore.Reader reader = reader(scope);
        Slice<NoticeStore.Row> rows = reader.units().isEmpty()
                ? new Slice<>(List.of(), null)
                : Slice.of(store.list(reader, before, limit + 1), limit, r -> Long.toString(r.id()));
        Map<String, Map<Long, Telling.Named>> names = names(rows.rows(), scope);
        return new Slice<>(rows.rows().stream().map(r -> notice(r, names)).toList(), rows.next());
    }

    /** How many are new since one looked, at most {@link #MANY}. */
    @Transactional(readOnly = true)
    public int fresh(Scope scope) {
        NoticeStore.Reader reader = reader(scope);
        return reader.units().isEmpty() ? 0 : store.fresh(reader, MANY);
    }

    /** Marks one as read. */
    @Transactional
    public void read(long notice, Scope scope) {
        if (!store.read(reader(scope), notice)) {
            throw new NotFound("notice", notice);
        }
    }

    /** Marks this one and all before it as read. */
    @Transactional
    public void readUpTo(long notice, Scope scope) {
        store.looked(scope.actor().id(), notice);
    }

    private static NoticeStore.Reader reader(Scope scope) {
        return new NoticeStore.Reader(scope.actor().id(), Waiting.units(scope));
    }

    private Map<String, Map<Long, Telling.Named>> names(Collection<NoticeStore.Row> rows, Scope scope) {
        Map<String, Map<Long, Telling.Named>> names = new HashMap<>();
        tellings.forEach((kind, telling) -> {
            List<Long> ids = rows.stream()
                    .filter(r -> r.kind().equals(kind))
                    .map(NoticeStore.Row::about)
                    .distinct()
                    .toList();
            names.put(kind, ids.isEmpty() ? Map.of() : telling.named(ids, scope));
        });
        return names;
    }

    private Notice notice(NoticeStore.Row row, Map<String, Map<Long, Telling.Named>> names) {
        Telling telling = tellings.get(row.kind());
        return new Notice(
                row.id(),
                row.unit(),
                row.word(),
                telling == null ? "days.notice.other" : telling.key(row.word()),
                row.at(),
                row.due(),
                row.more(),
                row.read(),
                names.getOrDefault(row.kind(), Map.of()).get(row.about()));
    }
}
