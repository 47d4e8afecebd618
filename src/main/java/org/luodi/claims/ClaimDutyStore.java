package org.luodi.claims;

import java.util.Arrays;
import java.util.List;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies with units: counted for a preview, handed to another unit, moved with the tree. */
@Repository
class ClaimDutyStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ClaimDutyStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Open claims that a unit sent, is asked or has refused. */
    List<Claim> openOf(UnitId unit) {
        return jdbc.sql("""
                        select * from claims.claim where (sender = :unit or asked = :unit or refuser = :unit)
                        and state in ('sent', 'appealed', 'refused') order by id for update
                        """)
                .param("unit", unit.value())
                .query(ClaimStore::claim)
                .list();
    }

    long countAsked(UnitId unit) {
        return jdbc.sql("select count(*) from claims.claim where open and asked = :unit")
                .param("unit", unit.value())
                .query(Long.class)
                .single();
    }

    long countAsked(Interval subtree, Line line) {
        String column = line == Line.TERRITORIAL ? "asked_position" : "asked_industry_position";
        return jdbc.sql("select count(*) from claims.claim where open and " + subtree.condition(column))
                .query(Long.class)
                .single();
    }

    void reposition(Line line, int[] units, Long[] positions) {
        String column = line == Line.TERRITORIAL ? "position" : "industry_position";
        for (String part : List.of("asked", "sender")) {
            template.update(
                    """
                    update claims.claim c set %1$s_%2$s = n.position from unnest(?::int[], ?::bigint[]) as n (unit, position)
                    where c.%1$s = n.unit
                    """.formatted(part, column), Arrays.stream(units).boxed().toArray(Integer[]::new), positions);
        }
    }
}
