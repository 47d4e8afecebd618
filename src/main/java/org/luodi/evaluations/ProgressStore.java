package org.luodi.evaluations;

import java.time.Instant;
import java.time.ZoneOffset;
import org.luodi.platform.ledger.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the ledger has been read. */
@Repository("evaluationProgressStore")
class ProgressStore {

    private final JdbcClient jdbc;

    ProgressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the entry at a place has been read. */
    boolean hasRead(Place place) {
        return jdbc.sql("select (tx, id) >= (:tx, :id) from evaluations.progress")
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
}
