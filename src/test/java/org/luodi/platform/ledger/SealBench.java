package org.luodi.platform.ledger;

import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Opens the sealer to the measurement. */
public final class SealBench {

    private final Sealer sealer;
    private final Sealing sealing;
    private final JdbcTemplate jdbc;

    public SealBench(ApplicationContext application) {
        this.sealer = application.getBean(Sealer.class);
        this.sealing = application.getBean(Sealing.class);
        this.jdbc = application.getBean(JdbcTemplate.class);
    }

    public void pause() {
        sealer.stop();
    }

    public void resume() {
        sealer.start();
    }

    /** Seals until nothing is left; returns how many entries that were. */
    public long sealAll() {
        long entries = 0;
        for (int step = sealing.step(); step > 0; step = sealing.step()) {
            entries += step;
        }
        return entries;
    }

    /** How many seconds ago the first entry was written that is not sealed yet; 0 where all are. */
    public double lag() {
        // Two questions: joined, the first entry would be looked for from the beginning of the ledger.
        Map<String, Object> mark = jdbc.queryForMap("select tx::text as tx, entry from platform.seal");
        return jdbc.queryForObject("""
                select coalesce(extract(epoch from clock_timestamp() - (
                    select at from platform.entry where (tx, id) > (?::text::xid8, ?) order by tx, id limit 1)), 0)
                """, Double.class, mark.get("tx"), mark.get("entry"));
    }
}
