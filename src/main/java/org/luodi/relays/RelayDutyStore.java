package org.luodi.relays;

import java.util.Arrays;
import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.Placement;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits at units: counted for a preview, handed to another unit, moved with the tree. */
@Repository
class RelayDutyStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    RelayDutyStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Undecided packages at one end of which a unit stands, held until the transaction ends. */
    List<Relay> undecidedOf(UnitId unit) {
        return jdbc.sql(RelayStore.SELECT + """
                        where r.ended_at is null and (r.giver = :unit or r.receiver = :unit) order by r.id for no key update of r
                        """)
                .param("unit", unit.value())
                .query(RelayStore::relay)
                .list();
    }

    List<MatterId> offered(long relay) {
        return jdbc.sql("select matter from relays.item where relay = :relay and state = 'offered' order by matter")
                .param("relay", relay)
                .query((row, i) -> new MatterId(row.getLong("matter")))
                .list();
    }

    /** Undecided packages that wait for the unit; what it gives are its own matters, which others count. */
    long countWaiting(UnitId unit) {
        return jdbc.sql("select count(*) from relays.relay where receiver = :unit and ended_at is null")
                .param("unit", unit.value())
                .query(Long.class)
                .single();
    }

    long countWaiting(Interval subtree, Line line) {
        String column = line == Line.TERRITORIAL ? "receiver_position" : "receiver_industry";
        return jdbc.sql("select count(*) from relays.relay where ended_at is null and " + subtree.condition(column))
                .query(Long.class)
                .single();
    }

    /** Puts an heir at each end at which a unit stood. */
    void replace(long relay, UnitId from, Placement heir) {
        for (String end : List.of("giver", "receiver")) {
            jdbc.sql("""
                            update relays.relay set %1$s = :heir, %1$s_position = :position, %1$s_industry = :industry
                            where id = :relay and %1$s = :from
                            """.formatted(end))
                    .param("heir", heir.unit().value())
                    .param("position", heir.at().territorial())
                    .param("industry", heir.at().industry())
                    .param("relay", relay)
                    .param("from", from.value())
                    .update();
        }
    }

    void reposition(Line line, int[] units, Long[] positions) {
        String column = line == Line.TERRITORIAL ? "position" : "industry";
        Integer[] numbers = Arrays.stream(units).boxed().toArray(Integer[]::new);
        for (String end : List.of("giver", "receiver")) {
            template.update("""
                    update relays.relay r set %1$s_%2$s = n.position
                    from unnest(?::int[], ?::bigint[]) as n (unit, position) where r.%1$s = n.unit
                    """.formatted(end, column), numbers, positions);
        }
    }
}
