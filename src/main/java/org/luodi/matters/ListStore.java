package org.luodi.matters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
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
     * One page; empty where the unit stands on no such line. Open matters come before ended ones; each of the two is one range of the index.
     *
     * @param subtree or null
     * @param slot where to go on and how many
     */
    List<Matter> list(MatterFilter filter, Interval subtree, Where scope, Slot slot) {
        return subtree == null ? List.of() : inTime(filter, () -> rows(filter, subtree, scope, slot));
    }

    /** How many there are, counted no further than the slot's limit. */
    int count(MatterFilter filter, Interval subtree, Where scope, Slot slot) {
        return subtree == null ? 0 : inTime(filter, () -> counted(filter, subtree, scope, slot));
    }

    private int counted(MatterFilter filter, Interval subtree, Where scope, Slot slot) {
        int count = 0;
        for (boolean open : List.of(true, false)) {
            Where where = half(filter, open, slot.today()).and(scope);
            count += wanted(filter, open) ? counted(filter, where, new Part(subtree, slot.limit() - count)) : 0;
        }
        return count;
    }

    private int counted(MatterFilter filter, Where where, Part part) {
        inside(filter, where, part.subtree());
        return jdbc.sql("select count(*) from (select 1 from matters.matter where %s limit %d) those"
                        .formatted(where.sql(), part.limit()))
                .params(where.params())
                .query(Integer.class)
                .single();
    }

    /**
     * The open matters, or the ended ones. A stage is all of one kind, and its own index stands in the order of days: told that a stage is open, the
     * database would rather go through all open matters (docs/decisions/040).
     */
    private static Where half(MatterFilter filter, boolean open, LocalDate today) {
        boolean said = filter.stage() != null && filter.line() == Line.TERRITORIAL && Order.of(filter) == Order.DUE;
        return Narrowing.of(filter, today).and("open = :open", "open", said ? null : open);
    }

    private <T> T inTime(MatterFilter filter, Supplier<T> reading) {
        if (filter.text() == null) {
            return reading.get();
        }
        try {
            // Words stand in no index: whoever looks through a nation for them must not hold up the others.
            jdbc.sql("select set_config('statement_timeout', :limit, true)")
                    .param("limit", SEARCH_SECONDS + "s")
                    .query(String.class)
                    .single();
            return reading.get();
        } catch (QueryTimeoutException e) {
            throw Refusal.of("matters.refused.search", SEARCH_SECONDS);
        }
    }

    private List<Matter> rows(MatterFilter filter, Interval subtree, Where scope, Slot slot) {
        Key key = slot.cursor() == null ? null : Key.read(slot.cursor(), Order.of(filter));
        List<Matter> rows = new ArrayList<>();
        for (boolean open : List.of(true, false)) {
            boolean passed = key != null && key.open() && !open;
            boolean done = key != null && !key.open() && open;
            if (!done && wanted(filter, open)) {
                Where where = half(filter, open, slot.today()).and(scope);
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
        String position = inside(filter, where, part.subtree());
        Order order = Order.of(filter);
        if (key != null) {
            where.and(order.after(position), "from", key.from())
                    .with("after", key.position())
                    .with("id", key.id());
        }
        return jdbc.sql(MatterRows.SELECT + """
                        where id in (select id from matters.matter where %1$s order by %2$s limit %3$d)
                        order by %2$s
                        """.formatted(where.sql(), order.by(position), part.limit()))
                .params(where.params())
                .query(MatterRows::matter)
                .list();
    }

    /** Narrows to the subtree along the filter's line; returns the column of the positions. */
    private static String inside(MatterFilter filter, Where where, Interval subtree) {
        String position = filter.line() == Line.TERRITORIAL ? "position" : "industry_position";
        where.and(subtree.condition(position));
        if (Order.of(filter) == Order.IMPORTANCE) {
            where.and("importance is not null");
        }
        return position;
    }

    private static boolean wanted(MatterFilter filter, boolean open) {
        boolean openOnly = filter.due() != null || filter.age() != null || Boolean.TRUE.equals(filter.reopened());
        return !(openOnly && !open)
                && (filter.open() == null || filter.open() == open)
                && (filter.stage() == null || filter.stage().isOpen() == open);
    }

    /** Which page: where to go on, how many, and what day it is. */
    record Slot(String cursor, int limit, LocalDate today) {}

    /** In which order a list stands; position and number follow. */
    private enum Order {
        DUE("due_order", false),
        NEWEST("raised_on", true),
        IMPORTANCE("importance", false);

        private final String column;
        private final boolean descending;

        Order(String column, boolean descending) {
            this.column = column;
            this.descending = descending;
        }

        static Order of(MatterFilter filter) {
            return Order.valueOf(filter.sort().toUpperCase(Locale.ROOT));
        }

        String by(String position) {
            return "%s%s, %s, id".formatted(column, descending ? " desc" : "", position);
        }

        /** What comes after a key. */
        String after(String position) {
            String further = descending ? "<" : ">";
            return "%1$s %2$s= :from and (%1$s %2$s :from or (%3$s, id) > (:after, :id))"
                    .formatted(column, further, position);
        }

        Object from(Matter matter) {
            return switch (this) {
                case DUE -> matter.due() == null ? LocalDate.of(9999, 12, 31) : matter.due();
                case NEWEST -> matter.raisedOn();
                case IMPORTANCE -> matter.importance();
            };
        }

        Object read(String text) {
            return this == IMPORTANCE ? (Object) Integer.valueOf(text) : Parameter.day(text);
        }
    }

    /** The last row's place in the order. */
    record Key(boolean open, Object from, long position, long id) {

        static Key of(Matter matter, MatterFilter filter) {
            return new Key(
                    matter.stage().isOpen(),
                    Order.of(filter).from(matter),
                    filter.line() == Line.TERRITORIAL
                            ? matter.at().territorial()
                            : matter.at().industry(),
                    matter.id().value());
        }

        String write() {
            return (open ? "o" : "e") + "_" + from + "_" + position + "_" + id;
        }

        private static Key read(String cursor, Order order) {
            String[] parts = cursor.split("_");
            try {
                return new Key(
                        parts[0].equals("o"), order.read(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
            } catch (RuntimeException e) {
                throw Parameter.badCursor(cursor);
            }
        }
    }
}
