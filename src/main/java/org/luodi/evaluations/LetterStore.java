package org.luodi.evaluations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.luodi.voice.ReportId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations that go out by mail. */
@Repository
class LetterStore {

    private final JdbcClient jdbc;

    LetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that is to go out; attempts: how often it could not. */
    record Letter(long invitation, ReportId report, LocalDate endsOn, int attempts) {}

    /** Queues those of some askings that can be reached by mail. */
    void insert(List<Long> askings, Instant now) {
        jdbc.sql("""
                        insert into evaluations.letter (invitation, try_after)
                        select id, :now from evaluations.invitation where asking = any(:askings) and kind = 'mail'
                        """)
                .param("askings", askings.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those whose turn it is and that can still be answered. */
    List<Letter> due(Instant now, LocalDate today, int limit) {
        return jdbc.sql("""
                        select l.invitation, i.report, a.ends_on, l.attempts
                        from evaluations.letter l join evaluations.invitation i on i.id = l.invitation
                        join evaluations.asking a on a.id = i.asking
                        where l.sent_at is null and not l.given_up and l.try_after <= :now
                          and a.outcome is null and a.ends_on >= :today
                        order by l.try_after, l.invitation limit :limit
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", today)
                .param("limit", limit)
                .query((row, i) -> new Letter(
                        row.getLong("invitation"),
                        new ReportId(row.getLong("report")),
                        row.getObject("ends_on", LocalDate.class),
                        row.getInt("attempts")))
                .list();
    }

    void sent(long invitation, Instant at) {
        jdbc.sql("update evaluations.letter set sent_at = :at, failure = null where invitation = :invitation")
                .param("invitation", invitation)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Tried again later; given up where there is no address any more. */
    void failed(long invitation, Instant tryAfter, String failure) {
        jdbc.sql("""
                        update evaluations.letter set attempts = attempts + 1, try_after = :after, failure = :failure
                        where invitation = :invitation
                        """)
                .param("invitation", invitation)
                .param("after", tryAfter.atOffset(ZoneOffset.UTC))
                .param("failure", failure)
                .update();
    }

    /** What has not gone out when an asking ends stays here. */
    void endOf(long asking) {
        jdbc.sql("""
                        update evaluations.letter l set given_up = true from evaluations.invitation i
                        where i.id = l.invitation and i.asking = :asking and l.sent_at is null and not l.given_up
                        """).param("asking", asking).update();
    }

    void giveUp(long invitation) {
        jdbc.sql("update evaluations.letter set given_up = true where invitation = :invitation")
                .param("invitation", invitation)
                .update();
    }
}
