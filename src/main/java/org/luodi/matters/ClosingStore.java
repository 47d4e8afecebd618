package org.luodi.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a close rests on: acceptances, signatures, verdicts, and looks after closing. */
@Repository
class ClosingStore {

    private final JdbcClient jdbc;

    ClosingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was gathered since the matter last came back. */
    record Gathered(
            int openTasks,
            Set<UnitId> helpers,
            Set<String> accepted,
            boolean signed,
            boolean solved,
            boolean symptomsLeft,
            boolean symptoms,
            boolean rootDone) {}

    Gathered gathered(Matter matter) {
        return jdbc.sql("""
                        select (select count(*) from matters.task t where t.matter = m.id and t.done_on is null) as tasks,
                               array(select p.unit from matters.party p where p.matter = m.id and p.part = 'helper') as helpers,
                               array(select a.level from matters.acceptance a
                                     where a.matter = m.id and a.round = m.reopened and a.accepted) as accepted,
                               exists (select 1 from matters.signature s where s.matter = m.id and s.round = m.reopened) as signed,
                               coalesce((select coalesce(v.solved, true) from matters.verdict v where v.matter = m.id and v.round = m.reopened
                                         order by v.id desc limit 1), false) as solved,
                               exists (select 1 from matters.matter s where s.root = m.id
                                       and s.stage in ('raised', 'placed', 'acting', 'settled', 'returned', 'relapsed')) as left_,
                               exists (select 1 from matters.matter s where s.root = m.id
                                       and s.stage not in ('excluded', 'merged')) as symptoms,
                               m.root is null or m.waits or (select r.stage from matters.matter r where r.id = m.root)
                                       in ('confirmed', 'closed') as root_done
                        from matters.matter m where m.id = :id
                        """)
                .param("id", matter.id().value())
                .query(ClosingStore::gathered)
                .single();
    }

    private static Gathered gathered(ResultSet row, int index) throws SQLException {
        return new Gathered(
                row.getInt("tasks"),
                Stream.of((Integer[]) row.getArray("helpers").getArray())
                        .map(UnitId::new)
                        .collect(Collectors.toSet()),
                Set.of((String[]) row.getArray("accepted").getArray()),
                row.getBoolean("signed"),
                row.getBoolean("solved"),
                row.getBoolean("left_"),
                row.getBoolean("symptoms"),
                row.getBoolean("root_done"));
    }

    /** An acceptance or its refusal. */
    void accept(Matter matter, Acceptance acceptance) {
        jdbc.sql("""
                        insert into matters.acceptance (matter, round, level, accepted, unit, by, at, reason)
                        values (:matter, :round, :level, :accepted, :unit, :by, :at, :reason)
                        """)
                .param("matter", matter.id().value())
                .param("round", matter.reopened())
                .param("level", acceptance.level())
                .param("accepted", acceptance.accepted())
                .param("unit", acceptance.unit().value())
                .param("by", acceptance.by())
                .param("at", time(acceptance.at()))
                .param("reason", acceptance.reason())
                .update();
    }

    List<Acceptance> acceptances(MatterId id) {
        return jdbc.sql("select * from matters.acceptance where matter = :matter order by id")
                .param("matter", id.value())
                .query((row, i) -> new Acceptance(
                        row.getString("level"),
                        row.getInt("round"),
                        row.getBoolean("accepted"),
                        new UnitId(row.getInt("unit")),
                        row.getLong("by"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")))
                .list();
    }

    void sign(Matter matter, UnitId unit, Acting acting) {
        jdbc.sql("""
                        insert into matters.signature (matter, round, unit, by, at) values (:matter, :round, :unit, :by, :at)
                        on conflict do nothing
                        """)
                .param("matter", matter.id().value())
                .param("round", matter.reopened())
                .param("unit", unit.value())
                .param("by", acting.scope().actor().id())
                .param("at", time(acting.at()))
                .update();
    }

    /** Who signed since it last came back. */
    Optional<Closings.Signature> signature(Matter matter) {
        return jdbc.sql("select unit, by, at from matters.signature where matter = :matter and round = :round")
                .param("matter", matter.id().value())
                .param("round", matter.reopened())
                .query((row, i) -> new Closings.Signature(
                        new UnitId(row.getInt("unit")),
                        row.getLong("by"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void judge(Matter matter, Verdict verdict, UnitId unit, Acting acting) {
        jdbc.sql("""
                        insert into matters.verdict (matter, round, solved, satisfied, fits, way, received_on, unit, by, at)
                        values (:matter, :round, :solved, :satisfied, :fits, :way, :received, :unit, :by, :at)
                        """)
                .param("matter", matter.id().value())
                .param("round", matter.reopened())
                .param("solved", verdict.solved())
                .param("satisfied", verdict.satisfied())
                .param("fits", verdict.fits())
                .param("way", verdict.way())
                .param("received", verdict.receivedOn())
                .param("unit", unit == null ? null : unit.value())
                .param("by", acting.scope().actor().id())
                .param("at", time(acting.at()))
                .update();
    }

    List<Verdict> verdicts(MatterId id) {
        return jdbc.sql(
                        "select solved, satisfied, fits, way, received_on from matters.verdict where matter = :matter order by id")
                .param("matter", id.value())
                .query((row, i) -> new Verdict(
                        (Boolean) row.getObject("solved"),
                        (Boolean) row.getObject("satisfied"),
                        (Boolean) row.getObject("fits"),
                        row.getString("way"),
                        row.getObject("received_on", LocalDate.class)))
                .list();
    }

    /** A look after closing; found: the problem was there again. */
    record Look(LocalDate due, LocalDate day, boolean found) {}

    void check(Matter matter, Look look, Acting acting) {
        jdbc.sql("""
                        insert into matters.recheck (matter, round, due, done_on, by, found)
                        values (:matter, :round, :due, :day, :by, :found) on conflict do nothing
                        """)
                .param("matter", matter.id().value())
                .param("round", matter.reopened())
                .param("due", look.due())
                .param("day", look.day())
                .param("by", acting.scope().actor().id())
                .param("found", look.found())
                .update();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
