package org.luodi.relays;

import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which matters are on their way, and which were. */
@Repository
class WayStore {

    private final JdbcClient jdbc;

    WayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A matter on its way, in which package and from whom. */
    record Way(MatterId matter, long relay, UnitId giver) {}

    /** Those of the matters that are on their way already. */
    List<Way> of(List<MatterId> matters) {
        return jdbc.sql("""
                        select i.matter, i.relay, r.giver from relays.item i join relays.relay r on r.id = i.relay
                        where i.matter = any(:matters) and i.state = 'offered' order by i.relay, i.matter
                        """)
                .param("matters", matters.stream().map(MatterId::value).toArray(Long[]::new))
                .query((row, i) -> new Way(
                        new MatterId(row.getLong("matter")), row.getLong("relay"), new UnitId(row.getInt("giver"))))
                .list();
    }

    /** Matters a unit has put on their way. */
    List<MatterId> from(UnitId giver) {
        return jdbc.sql("""
                        select i.matter from relays.relay r join relays.item i on i.relay = r.id and i.state = 'offered'
                        where r.giver = :giver and r.ended_at is null
                        """)
                .param("giver", giver.value())
                .query((row, i) -> new MatterId(row.getLong("matter")))
                .list();
    }

    /** Whether a unit was offered a matter of its own into a batch. */
    boolean ledInto(int batch, MatterId matter, UnitId unit) {
        return jdbc.sql("""
                        select exists (select 1 from relays.item i join relays.relay r on r.id = i.relay
                                       where i.matter = :matter and r.giver = :unit and r.batch = :batch)
                        """)
                .param("matter", matter.value())
                .param("unit", unit.value())
                .param("batch", batch)
                .query(Boolean.class)
                .single();
    }
}
