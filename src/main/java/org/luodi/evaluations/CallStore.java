package org.luodi.evaluations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations by phone that wait for a call. */
@Repository
class CallStore {

    private final JdbcClient jdbc;

    CallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which calls are wanted: those in a scope, but neither of one's own units nor of what one has in hand. */
    record Wanted(Where scope, Where hands, List<UnitId> own, LocalDate today, long after, int limit) {}

    /** Those that wait in a scope, in the order in which they were drawn up; none of the asked units' own. */
    List<Calls.Call> waiting(Wanted wanted) {
        return jdbc.sql("""
                        select i.id, a.matter, a.unit, a.ends_on, i.part,
                               (select count(*) from evaluations.look l where l.invitation = i.id) as looks
                        from evaluations.invitation i join evaluations.asking a on a.id = i.asking
                        where a.outcome is null and a.ends_on >= :today and i.kind = 'phone' and i.id > :after
                          and a.unit <> all(:own)
                          and not exists (select 1 from evaluations.answer s where s.invitation = i.id)
                          and (%s) is not true and %s
                        order by i.id limit :limit
                        """.formatted(wanted.hands().sql(), wanted.scope().sql()))
                .params(wanted.hands().params())
                .params(wanted.scope().params())
                .param("today", wanted.today())
                .param("own", wanted.own().stream().map(UnitId::value).toArray(Integer[]::new))
                .param("after", wanted.after())
                .param("limit", wanted.limit())
                .query((row, i) -> new Calls.Call(
                        row.getLong("id"),
                        new MatterId(row.getLong("matter")),
                        new UnitId(row.getInt("unit")),
                        row.getObject("ends_on", LocalDate.class),
                        Part.of(row.getString("part")),
                        row.getInt("looks")))
                .list();
    }

    int look(long invitation, long by, String reason, Instant at) {
        return jdbc.sql("""
                        insert into evaluations.look (invitation, number, by, reason, at)
                        select :invitation, count(*) + 1, :by, :reason, :at from evaluations.look where invitation = :invitation
                        returning number
                        """)
                .param("invitation", invitation)
                .param("by", by)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
