package org.luodi.organisation;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes intervals of one line. */
@Repository
class PositionStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    PositionStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /**
     * A unit's interval.
     *
     * @param superior 0 for a root of the line
     */
    record Node(int unit, int superior, long from, long to) {}

    Node node(int unit, Line line) {
        return jdbc.sql("select id, coalesce(%s, 0), %s, %s from organisation.unit where id = :id"
                        .formatted(UnitStore.superior(line), from(line), to(line)))
                .param("id", unit)
                .query((row, i) -> new Node(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    /** All nodes in an interval, in the order of their positions. */
    List<Node> nodes(Interval interval, Line line) {
        return jdbc.sql("""
                        select id, coalesce(%1$s, 0), %2$s, %3$s from organisation.unit
                        where %4$s order by %2$s
                        """.formatted(UnitStore.superior(line), from(line), to(line), interval.condition(from(line))))
                .query((row, i) -> new Node(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    /** The free room at the end of a unit's interval. */
    Interval slack(int unit, Line line) {
        return jdbc.sql("""
                        select greatest(u.%1$s + 1, coalesce((select max(c.%2$s) from organisation.unit c
                                where c.%1$s > u.%1$s and c.%1$s < u.%2$s and c.%3$s = u.id), 0)) as from_, u.%2$s as to_
                        from organisation.unit u where u.id = :id
                        """.formatted(from(line), to(line), UnitStore.superior(line)))
                .param("id", unit)
                .query((row, i) -> new Interval(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** The first position after all intervals of a line. */
    long end(Line line) {
        return jdbc.sql(
                        "select coalesce(max(%1$s), 0) + 1 from organisation.unit where %2$s is null and %1$s is not null"
                                .formatted(to(line), UnitStore.superior(line)))
                .query(Long.class)
                .single();
    }

    void write(List<Node> nodes, Line line) {
        template.update(
                """
                update organisation.unit u set %1$s = n.from_, %2$s = n.to_
                from unnest(?::int[], ?::bigint[], ?::bigint[]) as n (id, from_, to_) where u.id = n.id
                """.formatted(from(line), to(line)),
                nodes.stream().map(Node::unit).toArray(Integer[]::new),
                nodes.stream().map(Node::from).toArray(Long[]::new),
                nodes.stream().map(Node::to).toArray(Long[]::new));
    }

    void leave(int unit) {
        jdbc.sql("""
                        update organisation.unit set industry_superior = null, industry_position = null, industry_position_end = null
                        where id = :id
                        """).param("id", unit).update();
    }

    private static String from(Line line) {
        return line == Line.TERRITORIAL ? "position" : "industry_position";
    }

    private static String to(Line line) {
        return line == Line.TERRITORIAL ? "position_end" : "industry_position_end";
    }
}
