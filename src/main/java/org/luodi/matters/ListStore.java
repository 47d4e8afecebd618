package org.luodi.matters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Where;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists of matters. The order is day, unit, number: with it, one index serves any subtree, since the database skips from
 * day to day (docs/decisions/040). Which rows they are is read from the
 * index alone. Pages go on by key.
 */
@Repository
class ListStore {

    private static final int SEARCH_SECONDS = 3;

    private final JdbcClient jdbc;

    ListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One page. Open matters come before ended ones; each of the two is one range of the index.
     *
     * @param slot where to go on and how many
     */
    List<Matter> list(MatterFilter filter, Interval subtree, Where scope, Slot slot) {
        if (filter.text() == null) {
            return rows(filter, subtree, scope, slot);
        }
        try {
            // Words stand in no index: whoever looks through a nation for them must not hold up the others.
            jdbc.sql("select set_config('statement_timeout', :limit, true)")
                    .param("limit", SEARCH_SECONDS + "s")
                    .query(String.class)
                    .single();
            return rows(filter, subtree, scope, slot);
        } catch (QueryTimeoutException e) {
            throw Refusal.of("matters.refused.search", SEARCH_SECONDS);
        }
    }

    private List<Matter> rows(MatterFilter filter, Interval subtree, Where scope, Slot slot) {
        Key key = slot.cursor() == null ? null : Key.read(slot.cursor());
        List<Matter> rows = new ArrayList<>();
        for (boolean open : List.of(true, false)) {
            boolean passed = key != null && key.open() && !open;
            boolean done = key != null && !key.open() && open;
            if (!done && wanted(filter, open)) {
                Where where = narrowed(filter, slot.today())
                        .and("open = :open", "open", open)
                        .and(scope);
                rows.addAll(part(filter, where, passed ? null : key, new Part(subtree, slot.limit() - rows.size())));
            }
            if (rows.size() == slot.limit()) {
                break;
            }
        }
        return rows;
    }

    private record Part(Interval subtree, int limit) {}

    private List<Matter> part(MatterFilter filter, Where where, Key key, Part part) {
        String position = filter.line() == Line.TERRITORIAL ? "position" : "industry_position";
        boolean newest = "newest".equals(filter.sort());
        where.and(part.subtree().condition(position));
        if (key != null) {
            where.and(newest ? after("raised_on", "<", position) : after("due_order", ">", position), "day", key.day())
                    .with("after", key.position())
                    .with("id", key.id());
        }
        String order = newest ? "raised_on desc, %s, id" : "due_order, %s, id";
        return jdbc.sql("""
                        select id, number, unit, position, industry_position, stage, category, source, batch, raised_on, due,
                               reopened, merged_into, version, changed_by, changed_at
                        from matters.matter
                        where id in (select id from matters.matter where %1$s order by %2$s limit %3$d)
                        order by %2$s
                        """.formatted(where.sql(), order.formatted(position), part.limit()))
                .params(where.params())
                .query(MatterStore::matter)
                .list();
    }

    private static boolean wanted(MatterFilter filter, boolean open) {
        boolean openOnly = filter.due() != null || filter.age() != null || Boolean.TRUE.equals(filter.reopened());
        return !(openOnly && !open)
                && (filter.open() == null || filter.open() == open)
                && (filter.stage() == null || filter.stage().isOpen() == open);
    }

    /** Which page: where to go on, how many, and what day it is. */
    record Slot(String cursor, int limit, LocalDate today) {}

    /** The last row's place in the order. */
    record Key(boolean open, LocalDate day, long position, long id) {

        static Key of(Matter matter, MatterFilter filter) {
            LocalDate due = matter.due() == null ? LocalDate.of(9999, 12, 31) : matter.due();
            return new Key(
                    matter.stage().isOpen(),
                    "newest".equals(filter.sort()) ? matter.raisedOn() : due,
                    filter.line() == Line.TERRITORIAL
                            ? matter.at().territorial()
                            : matter.at().industry(),
                    matter.id().value());
        }

        String write() {
            return (open ? "o" : "e") + "_" + day + "_" + position + "_" + id;
        }

        static Key read(String cursor) {
            String[] parts = cursor.split("_");
            try {
                return new Key(
                        parts[0].equals("o"),
                        LocalDate.parse(parts[1]),
                        Long.parseLong(parts[2]),
                        Long.parseLong(parts[3]));
            } catch (RuntimeException e) {
                throw Parameter.badCursor(cursor);
            }
        }
    }

    private static String after(String day, String further, String position) {
        return "%1$s %2$s= :day and (%1$s %2$s :day or (%3$s, id) > (:after, :id))".formatted(day, further, position);
    }

    private static Where narrowed(MatterFilter filter, LocalDate today) {
        boolean dueWanted = filter.due() != null;
        LocalDate dueFrom = "week".equals(filter.due()) ? today : null;
        LocalDate dueTo = dueWanted ? ("week".equals(filter.due()) ? today.plusDays(7) : today.minusDays(1)) : null;
        return new Where()
                .and(
                        "stage = :stage",
                        "stage",
                        filter.stage() == null ? null : filter.stage().word())
                .and("category = :category", "category", filter.category())
                .and("source = :source", "source", filter.source())
                .and("batch = :batch", "batch", filter.batch())
                .and("due_order >= :dueFrom", "dueFrom", dueFrom)
                .and("due_order <= :dueTo", "dueTo", dueTo)
                .and("raised_on >= :raisedFrom", "raisedFrom", filter.raisedFrom(today))
                .and("raised_on <= :raisedTo", "raisedTo", filter.raisedUpTo(today))
                .and(Boolean.TRUE.equals(filter.reopened()) ? "reopened > 0" : "true")
                .and("""
                        id in (select d.matter from matters.detail d where d.title ilike :text escape '!')
                        or number = :number
                        """, "text", filter.text() == null ? null : "%" + escaped(filter.text()) + "%")
                .with("number", filter.text() == null ? "" : filter.text());
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
