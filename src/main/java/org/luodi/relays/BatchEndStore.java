package org.luodi.relays;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far packages have been opened for a batch that ended. */
@Repository
class BatchEndStore {

    private final JdbcClient jdbc;

    BatchEndStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean done(int batch) {
        return jdbc.sql("select exists (select 1 from relays.batch_end where batch = :batch and done_at is not null)")
                .param("batch", batch)
                .query(Boolean.class)
                .single();
    }

    Optional<UnitId> last(int batch) {
        return jdbc.sql("select last_unit from relays.batch_end where batch = :batch")
                .param("batch", batch)
                .query((row, i) -> new UnitId(row.getInt("last_unit")))
                .optional();
    }

    void reached(int batch, UnitId unit, Instant doneAt) {
        jdbc.sql("""
                        insert into relays.batch_end (batch, last_unit, done_at) values (:batch, :unit, :done)
                        on conflict (batch) do update set last_unit = excluded.last_unit, done_at = excluded.done_at
                        """)
                .param("batch", batch)
                .param("unit", unit.value())
                .param("done", doneAt == null ? null : doneAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Begins anew with a batch, as soon as another runs. */
    void again(int batch) {
        jdbc.sql("delete from relays.batch_end where batch = :batch")
                .param("batch", batch)
                .update();
    }
}
