package org.luodi.evaluations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.luodi.platform.Columns;
import org.luodi.voice.ReportId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that is kept of one who is asked, under the report that holds his contact. */
@Repository
class KeptStore {

    private final JdbcClient jdbc;

    KeptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One invitation.
     *
     * @param mailed when it went out by mail, or null
     * @param answer what he said, and when; both null where he said nothing
     * @param byPhone whether a caller wrote the answer down
     */
    record Kept(
            long invitation,
            String part,
            LocalDate day,
            LocalDate endsOn,
            Instant mailed,
            Answer answer,
            Instant answered,
            boolean byPhone) {}

    /** Somebody was shown the number to call. */
    record Look(String reason, Instant at) {}

    /** The invitations under a report, the first one first. */
    List<Kept> of(ReportId report) {
        return jdbc.sql("""
                        select i.id, i.part, i.day, a.ends_on, l.sent_at, s.solved, s.satisfied, s.fits, w.text, s.at,
                               s.taken_by is not null as by_phone
                        from evaluations.invitation i join evaluations.asking a on a.id = i.asking
                        left join evaluations.letter l on l.invitation = i.id
                        left join evaluations.answer s on s.invitation = i.id
                        left join evaluations.words w on w.invitation = i.id
                        where i.report = :report order by i.id
                        """)
                .param("report", report.value())
                .query(KeptStore::kept)
                .list();
    }

    List<Look> looks(long invitation) {
        return jdbc.sql("select reason, at from evaluations.look where invitation = :invitation order by number")
                .param("invitation", invitation)
                .query((row, i) -> new Look(row.getString("reason"), Columns.instant(row, "at")))
                .list();
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        Instant answered = Columns.instant(row, "at");
        return new Kept(
                row.getLong("id"),
                row.getString("part"),
                row.getObject("day", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                Columns.instant(row, "sent_at"),
                answered == null ? null : answer(row),
                answered,
                row.getBoolean("by_phone"));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getBoolean("solved"), row.getBoolean("satisfied"), row.getBoolean("fits"), row.getString("text"));
    }
}
