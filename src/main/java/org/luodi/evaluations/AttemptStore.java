package org.luodi.evaluations;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Wrong words for an invitation. */
@Repository
class AttemptStore {

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many there were; whoever tries at the same moment waits until this transaction ends. */
    int hold(long invitation) {
        jdbc.sql("select id from evaluations.invitation where id = :id for update")
                .param("id", invitation)
                .query(Long.class)
                .single();
        return jdbc.sql("select count(*) from evaluations.attempt where invitation = :id")
                .param("id", invitation)
                .query(Integer.class)
                .single();
    }

    void insert(long invitation, int number, Instant at) {
        jdbc.sql("insert into evaluations.attempt (invitation, number, at) values (:invitation, :number, :at)")
                .param("invitation", invitation)
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
