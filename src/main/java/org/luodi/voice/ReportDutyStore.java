package org.luodi.voice;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies with units: counted for a preview, handed to another unit, moved with the tree. */
@Repository
class ReportDutyStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ReportDutyStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Reports that a unit is asked or answers for and that their reporters have not taken back, held. */
    List<Report> standingAt(UnitId unit) {
        return jdbc.sql("""
                        select * from voice.report where (asked = :unit or receiver = :unit) and stage <> 'withdrawn'
                        order by id for update
                        """)
                .param("unit", unit.value())
                .query(ReportStore::report)
                .list();
    }

    /** Reports that became these matters and lie elsewhere than with a unit, held. */
    List<Report> elsewhere(Collection<MatterId> matters, UnitId unit) {
        return jdbc.sql("""
                        select * from voice.report
                        where matter = any(:matters) and stage in ('taken', 'joined') and receiver <> :unit
                        order by id for update
                        """)
                .param("matters", matters.stream().map(MatterId::value).toArray(Long[]::new))
                .param("unit", unit.value())
                .query(ReportStore::report)
                .list();
    }

    long countOpen(UnitId unit) {
        return jdbc.sql("select count(*) from voice.report where open and (asked = :unit or receiver = :unit)")
                .param("unit", unit.value())
                .query(Long.class)
                .single();
    }

    long countOpen(Interval subtree, Line line) {
        String column = line == Line.TERRITORIAL ? "position" : "industry_position";
        return jdbc.sql("select count(*) from voice.report where open and (%s or %s)"
                        .formatted(subtree.condition("asked_" + column), subtree.condition("receiver_" + column)))
                .query(Long.class)
                .single();
    }

    void reposition(Line line, int[] units, Long[] positions) {
        String column = line == Line.TERRITORIAL ? "position" : "industry_position";
        for (String part : List.of("asked", "receiver")) {
            template.update(
                    """
                    update voice.report r set %1$s_%2$s = n.position from unnest(?::int[], ?::bigint[]) as n (unit, position)
                    where r.%1$s = n.unit
                    """.formatted(part, column), Arrays.stream(units).boxed().toArray(Integer[]::new), positions);
        }
    }
}
