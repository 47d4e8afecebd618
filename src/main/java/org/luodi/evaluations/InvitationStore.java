package org.luodi.evaluations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.matters.MatterId;
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

    void insert(List<Invitation> invitations, LocalDate day) {
        template.batchUpdate(
                "insert into evaluations.invitation (asking, report, part, person, kind, day) values (?, ?, ?, ?, ?, ?)",
                invitations,
                PORTION,
                (row, i) -> {
                    row.setLong(1, i.asking());
                    row.setLong(2, i.report().value());
                    row.setString(3, i.part().word());
                    row.setBytes(4, i.person());
                    row.setString(5, i.kind());
                    row.setObject(6, day, Types.DATE);
                });
    }

    /** The samples that were asked about these matters the last time. */
    Map<MatterId, List<Invitation>> lastSamples(Collection<MatterId> matters) {
        Map<MatterId, List<Invitation>> samples = new HashMap<>();
        jdbc.sql("""
                        select a.matter, i.report, i.person, i.kind
                        from (select distinct on (matter) matter, id from evaluations.asking
                              where matter = any(:matters) order by matter, round desc) a
                        join evaluations.invitation i on i.asking = a.id where i.part = 'sample' order by i.id
                        """)
                .param("matters", matters.stream().map(MatterId::value).toArray(Long[]::new))
                .query(row -> {
                    samples.computeIfAbsent(new MatterId(row.getLong(1)), m -> new ArrayList<>())
                            .add(Invitation.of(
                                    new ReportId(row.getLong(2)), Part.SAMPLE, row.getBytes(3), row.getString(4)));
                });
        return samples;
    }

    List<Invitation> of(long asking) {
        return jdbc.sql("select * from evaluations.invitation where asking = :asking order by id")
                .param("asking", asking)
                .query(InvitationStore::invitation)
                .list();
    }

    /** Those under a report, the newest first. */
    List<Invitation> under(ReportId report) {
        return jdbc.sql("select * from evaluations.invitation where report = :report order by id desc")
                .param("report", report.value())
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
    boolean answer(long invitation, Answer answer, Long takenBy, Instant at) {
        int written = jdbc.sql("""
                        insert into evaluations.answer (invitation, solved, satisfied, fits, taken_by, at)
                        values (:invitation, :solved, :satisfied, :fits, :by, :at) on conflict do nothing
                        """)
                .param("invitation", invitation)
                .param("solved", answer.solved())
                .param("satisfied", answer.satisfied())
                .param("fits", answer.fits())
                .param("by", takenBy)
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
                row.getBytes("person"),
                row.getString("kind"));
    }
}
