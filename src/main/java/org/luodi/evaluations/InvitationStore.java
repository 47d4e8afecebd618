package org.luodi.evaluations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.luodi.voice.ReportId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is asked, and what they say. */
@Repository
class InvitationStore {

    private static final int PORTION = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    InvitationStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void insert(long asking, List<Invitation> invitations, LocalDate day) {
        template.batchUpdate(
                "insert into evaluations.invitation (asking, report, part, person, day) values (?, ?, ?, ?, ?)",
                invitations,
                PORTION,
                (row, i) -> {
                    row.setLong(1, asking);
                    row.setLong(2, i.report().value());
                    row.setString(3, i.part().word());
                    row.setBytes(4, i.person());
                    row.setObject(5, day, Types.DATE);
                });
    }

    List<Invitation> of(long asking) {
        return jdbc.sql("select * from evaluations.invitation where asking = :asking order by id")
                .param("asking", asking)
                .query(InvitationStore::invitation)
                .list();
    }

    Optional<Invitation> find(long id) {
        return jdbc.sql("select * from evaluations.invitation where id = :id")
                .param("id", id)
                .query(InvitationStore::invitation)
                .optional();
    }

    /** Of these, whoever has been drawn since a day. */
    List<byte[]> drawnSince(LocalDate day, Collection<byte[]> people) {
        return jdbc.sql("""
                        select distinct person from evaluations.invitation
                        where part = 'sample' and person = any(:people) and day > :day
                        """)
                .param("people", people.toArray(byte[][]::new))
                .param("day", day)
                .query((row, i) -> row.getBytes(1))
                .list();
    }

    /** Keeps an answer; false where this one has answered already. */
    boolean answer(long invitation, Answer answer, Instant at) {
        int written = jdbc.sql("""
                        insert into evaluations.answer (invitation, solved, satisfied, fits, at)
                        values (:invitation, :solved, :satisfied, :fits, :at) on conflict do nothing
                        """)
                .param("invitation", invitation)
                .param("solved", answer.solved())
                .param("satisfied", answer.satisfied())
                .param("fits", answer.fits())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        if (written == 1 && answer.words() != null && !answer.words().isBlank()) {
            jdbc.sql("insert into evaluations.words (invitation, text) values (:invitation, :text)")
                    .param("invitation", invitation)
                    .param("text", answer.words().strip())
                    .update();
        }
        return written == 1;
    }

    /** Whether this one has answered. */
    boolean hasAnswered(long invitation) {
        return jdbc.sql("select exists (select 1 from evaluations.answer where invitation = :invitation)")
                .param("invitation", invitation)
                .query(Boolean.class)
                .single();
    }

    /** All answers of an asking, in the order of the invitations. */
    List<Said> said(long asking) {
        return jdbc.sql("""
                        select i.part, a.solved, a.satisfied, a.fits, w.text
                        from evaluations.invitation i join evaluations.answer a on a.invitation = i.id
                        left join evaluations.words w on w.invitation = i.id
                        where i.asking = :asking order by i.id
                        """)
                .param("asking", asking)
                .query((row, i) -> new Said(
                        Part.of(row.getString("part")),
                        new Answer(
                                row.getBoolean("solved"),
                                row.getBoolean("satisfied"),
                                row.getBoolean("fits"),
                                row.getString("text"))))
                .list();
    }

    static Invitation invitation(ResultSet row, int index) throws SQLException {
        return new Invitation(
                row.getLong("id"),
                row.getLong("asking"),
                new ReportId(row.getLong("report")),
                Part.of(row.getString("part")),
                row.getBytes("person"));
    }
}
