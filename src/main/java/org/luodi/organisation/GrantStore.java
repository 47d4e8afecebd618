package org.luodi.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.luodi.platform.Columns;
import org.luodi.platform.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GrantStore {

    private final JdbcClient jdbc;

    GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A scope's rows, read in one statement so that positions and version are of one moment. */
    record ScopeRow(Grant grant, long treeVersion) {}

    List<ScopeRow> scope(long account) {
        return jdbc.sql("""
                        select g.role, g.unit, g.line, t.version,
                               case g.line when 'TERRITORIAL' then u.position else u.industry_position end as from_,
                               case g.line when 'TERRITORIAL' then u.position_end else u.industry_position_end end as to_
                        from organisation.tree t cross join organisation.grant_ g join organisation.unit u on u.id = g.unit
                        where g.account = :account and g.until is null
                          and (g.line = 'TERRITORIAL' or u.industry_position is not null)
                        order by g.id
                        """)
                .param("account", account)
                .query((row, i) -> new ScopeRow(
                        new Grant(
                                Role.valueOf(row.getString("role")),
                                new UnitId(row.getInt("unit")),
                                Line.valueOf(row.getString("line")),
                                new Interval(row.getLong("from_"), row.getLong("to_"))),
                        row.getLong("version")))
                .list();
    }

    /** The roles that an account holds anywhere. */
    List<Role> roles(long account) {
        return jdbc.sql("select distinct role from organisation.grant_ where account = :account and until is null")
                .param("account", account)
                .query((row, i) -> Role.valueOf(row.getString(1)))
                .list();
    }

    /** Whether a new row was made; false where the same grant stands already, or one that it cannot stand beside. */
    boolean insert(Grants.NewGrant grant, Long proposal, Instant at) {
        return jdbc.sql("""
                                insert into organisation.grant_ (account, role, unit, line, since, proposal)
                                values (:account, :role, :unit, :line, :at, :proposal)
                                on conflict do nothing
                                """)
                        .param("account", grant.account())
                        .param("role", grant.role().name())
                        .param("unit", grant.unit().value())
                        .param("line", grant.line().name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("proposal", proposal)
                        .update()
                == 1;
    }

    List<Long> holders(Role role, UnitId unit) {
        return jdbc.sql(
                        "select account from organisation.grant_ where role = :role and unit = :unit and until is null order by id")
                .param("role", role.name())
                .param("unit", unit.value())
                .query(Long.class)
                .list();
    }

    /** Whether exactly this stands already. */
    boolean stands(Grants.NewGrant grant) {
        return jdbc.sql("""
                        select exists (select from organisation.grant_
                        where account = :account and role = :role and unit = :unit and line = :line and until is null)
                        """)
                .param("account", grant.account())
                .param("role", grant.role().name())
                .param("unit", grant.unit().value())
                .param("line", grant.line().name())
                .query(Boolean.class)
                .single();
    }

    /** Whether somebody else holds the same role anywhere. */
    boolean isHeldByOthers(Grants.Held held) {
        return jdbc.sql("""
                        select exists (select from organisation.grant_ where role = :role and until is null and account <> :account)
                        """)
                .param("role", held.role().name())
                .param("account", held.account())
                .query(Boolean.class)
                .single();
    }

    /** Whether a role is proposed for the account and nobody has decided yet. */
    boolean isProposed(long account) {
        return jdbc.sql(
                        "select exists (select from organisation.proposal where account = :account and outcome is null)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** A role that is held, or was until a moment. */
    record Once(String role, String unitCode, String unit, String line, Instant since, Instant until) {}

    /** A role that somebody proposed; outcome, moment and reason are null where nobody has decided. */
    record Wish(
            String role,
            String unitCode,
            String unit,
            String line,
            Instant proposedAt,
            String outcome,
            Instant decidedAt,
            String reason) {}

    /** Roles that an account holds or once held. */
    List<Once> ever(long account) {
        return jdbc.sql("""
                        select g.role, u.code, u.name, g.line, g.since, g.until from organisation.grant_ g
                        join organisation.unit u on u.id = g.unit where g.account = :account order by g.id
                        """)
                .param("account", account)
                .query((row, i) -> new Once(
                        row.getString("role"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("line"),
                        Columns.instant(row, "since"),
                        Columns.instant(row, "until")))
                .list();
    }

    /** Roles that were proposed for an account, whatever came of it. */
    List<Wish> proposed(long account) {
        return jdbc.sql("""
                        select p.role, u.code, u.name, p.line, p.proposed_at, p.outcome, p.decided_at, p.reason
                        from organisation.proposal p join organisation.unit u on u.id = p.unit
                        where p.account = :account order by p.id
                        """)
                .param("account", account)
                .query((row, i) -> new Wish(
                        row.getString("role"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("line"),
                        Columns.instant(row, "proposed_at"),
                        row.getString("outcome"),
                        Columns.instant(row, "decided_at"),
                        row.getString("reason")))
                .list();
    }

    Optional<Grants.Held> find(long id) {
        return jdbc.sql(heldWhere("g.id = :id"))
                .param("id", id)
                .query(GrantStore::held)
                .optional();
    }

    List<Grants.Held> list(Where scope, long after, int limit) {
        return jdbc.sql(heldWhere("g.until is null and g.id > :after and " + scope.sql())
                        + " order by g.id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .params(scope.params())
                .query(GrantStore::held)
                .list();
    }

    List<Grants.Held> of(long account) {
        return jdbc.sql(heldWhere("g.until is null and g.account = :account") + " order by g.id")
                .param("account", account)
                .query(GrantStore::held)
                .list();
    }

    boolean end(long id, Instant at) {
        return jdbc.sql("update organisation.grant_ set until = :at where id = :id and until is null")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static String heldWhere(String where) {
        return """
                select g.id, g.account, g.role, g.unit, g.line, g.since, u.name, u.position, u.industry_position
                from organisation.grant_ g join organisation.unit u on u.id = g.unit where %s
                """.formatted(where);
    }

    private static Grants.Held held(ResultSet row, int index) throws SQLException {
        return new Grants.Held(
                row.getLong("id"),
                row.getLong("account"),
                Role.valueOf(row.getString("role")),
                new UnitId(row.getInt("unit")),
                row.getString("name"),
                Line.valueOf(row.getString("line")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                new Position(row.getLong("position"), (Long) row.getObject("industry_position")));
    }
}
