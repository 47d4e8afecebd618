package org.luodi.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.luodi.platform.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GrantProposalStore {

    private static final String SELECT = """
            select p.id, p.account, p.role, p.unit, p.line, p.proposed_by, p.proposed_at, p.outcome, p.decided_by, p.decided_at, p.reason,
                   u.name, u.position, u.industry_position
            from organisation.proposal p join organisation.unit u on u.id = p.unit
            """;

    private final JdbcClient jdbc;

    GrantProposalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its number; empty where the same waits already. */
    Optional<Long> insert(Grants.NewGrant grant, long by, Instant at) {
        return jdbc.sql("""
                        insert into organisation.proposal (account, role, unit, line, proposed_by, proposed_at)
                        values (:account, :role, :unit, :line, :by, :at)
                        on conflict (account, role, unit, line) where outcome is null do nothing returning id
                        """)
                .param("account", grant.account())
                .param("role", grant.role().name())
                .param("unit", grant.unit().value())
                .param("line", grant.line().name())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    Optional<GrantProposal> find(long id) {
        return jdbc.sql(SELECT + "where p.id = :id")
                .param("id", id)
                .query(GrantProposalStore::proposal)
                .optional();
    }

    /** Those that wait, the oldest first. */
    List<GrantProposal> waiting(Where scope, long after, int limit) {
        return jdbc.sql(SELECT + "where p.outcome is null and p.id > :after and " + scope.sql()
                        + " order by p.id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .params(scope.params())
                .query(GrantProposalStore::proposal)
                .list();
    }

    /** Whether it still waited. */
    boolean decide(long id, GrantProposal.Outcome outcome) {
        return jdbc.sql("""
                                update organisation.proposal set outcome = :outcome, decided_by = :by, decided_at = :at, reason = :reason
                                where id = :id and outcome is null
                                """)
                        .param("outcome", outcome.word().name())
                        .param("by", outcome.by())
                        .param("at", outcome.at().atOffset(ZoneOffset.UTC))
                        .param("reason", outcome.reason())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static GrantProposal proposal(ResultSet row, int index) throws SQLException {
        return new GrantProposal(
                row.getLong("id"),
                new Grants.NewGrant(
                        row.getLong("account"),
                        Role.valueOf(row.getString("role")),
                        new UnitId(row.getInt("unit")),
                        Line.valueOf(row.getString("line"))),
                row.getString("name"),
                new Position(row.getLong("position"), (Long) row.getObject("industry_position")),
                row.getLong("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                outcome(row));
    }

    private static GrantProposal.Outcome outcome(ResultSet row) throws SQLException {
        String word = row.getString("outcome");
        return word == null
                ? null
                : new GrantProposal.Outcome(
                        GrantProposal.Word.valueOf(word),
                        row.getLong("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"));
    }
}
