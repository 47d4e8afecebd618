package org.luodi.matters;

import java.util.Arrays;
import java.util.List;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies with a unit, and where units stand. */
@Repository
class ObligationStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ObligationStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    List<Matter> openAt(UnitId unit) {
        return jdbc.sql(MatterRows.SELECT + "where unit = :unit and open order by id")
                .param("unit", unit.value())
                .query(MatterRows::matter)
                .list();
    }

    /** Open matters that show at a unit and are answered for by another. */
    List<Matter> shownAt(UnitId unit) {
        return jdbc.sql(MatterRows.SELECT + "where symptom = :unit and open order by id")
                .param("unit", unit.value())
                .query(MatterRows::matter)
                .list();
    }

    /** Whether so many open matters lie with a unit; no more than that many are looked at. */
    boolean openAtLeast(UnitId unit, int count) {
        return jdbc.sql("""
                                select count(*) from (
                                    select 1 from matters.matter where unit = :unit and open limit :count) those
                                """)
                        .param("unit", unit.value())
                        .param("count", count)
                        .query(Integer.class)
                        .single()
                == count;
    }

    long countOpenAt(UnitId unit) {
        return jdbc.sql("select count(*) from matters.matter where unit = :unit and open")
                .param("unit", unit.value())
                .query(Long.class)
                .single();
    }

    long countOpenIn(Interval subtree, Line line) {
        String column = line == Line.TERRITORIAL ? "position" : "industry_position";
        return jdbc.sql("select count(*) from matters.matter where open and " + subtree.condition(column))
                .query(Long.class)
                .single();
    }

    void reposition(Line line, int[] units, Long[] positions) {
        String column = line == Line.TERRITORIAL ? "position" : "industry_position";
        template.update("""
                update matters.matter m set %s = n.position from unnest(?::int[], ?::bigint[]) as n (unit, position)
                where m.unit = n.unit
                """.formatted(column), Arrays.stream(units).boxed().toArray(Integer[]::new), positions);
    }
}
