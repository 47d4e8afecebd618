package org.luodi.evaluations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.platform.ledger.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the ledger has been read, and what is to be tried again. */
@Repository("evaluationProgressStore")
class ProgressStore {

    private final JdbcClient jdbc;

    ProgressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the entry of a matter at a place has been read, and nothing of it is to be tried again. */
    boolean hasRead(MatterId matter, Place place) {
        return jdbc.sql("""
                        select (tx, id) >= (:tx, :id) and not exists (select 1 from evaluations.later where matter = :matter)
                        from evaluations.progress
                        """)
                .param("matter", matter.value())
                .param("tx", place.tx())
                .param("id", place.id())
                .query(Boolean.class)
                .single();
    }

    Place lockProgress() {
        return jdbc.sql("select tx, id from evaluations.progress for update")
                .query((row, i) -> new Place(row.getLong(1), row.getLong(2)))
                .single();
    }

    void progress(Place place, Instant at) {
        jdbc.sql("update evaluations.progress set tx = :tx, id = :id, at = greatest(at, :at)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("tx", place.tx())
                .param("id", place.id())
                .update();
    }

    /** Remembers a matter about which the asking could not be opened. */
    void later(MatterId matter, Instant tryAfter) {
        jdbc.sql("""
                        insert into evaluations.later (matter, try_after) values (:matter, :after)
                        on conflict (matter) do update set try_after = excluded.try_after
                        """)
                .param("matter", matter.value())
                .param("after", tryAfter.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes those that are to be tried again now. */
    List<MatterId> dueAgain(Instant now) {
        return jdbc.sql("delete from evaluations.later where try_after <= :now returning matter")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, i) -> new MatterId(row.getLong(1)))
                .list();
    }
}
