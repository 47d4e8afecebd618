package org.luodi.platform.ledger;

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
        return jdbc.queryForObject("""
                select coalesce(extract(epoch from clock_timestamp() - (
                    select e.at from platform.entry e, platform.seal s where (e.tx, e.id) > (s.tx, s.entry)
                    order by e.tx, e.id limit 1)), 0)
                """, Double.class);
    }
}
