package org.luodi.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.luodi.platform.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the pages of the tree show: where a line begins, what can be opened, what became of a unit. */
@Repository
class LevelStore {

    private final JdbcClient jdbc;

    LevelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Heads of a line within a scope. */
    List<Unit> roots(Line line, long after, Where scope, int limit) {
        return jdbc.sql("""
                        select * from organisation.unit
                        where %1$s is null and %2$s is not null and %2$s > :after and closed_on is null and %3$s
                        order by %2$s limit :limit
                        """.formatted(UnitStore.superior(line), UnitStore.position(line), scope.sql()))
                .param("after", after)
                .param("limit", limit)
                .params(scope.params())
                .query(UnitStore::unit)
                .list();
    }

    /** Units of a line within a scope whose superior on it lies outside. */
    List<Unit> tops(Line line, long after, Scope scope, int limit) {
        return jdbc.sql("""
                        select * from organisation.unit u
                        where u.%2$s > :after and u.closed_on is null and %3$s and not exists (
                            select 1 from organisation.unit s where s.id = u.%1$s and (%4$s))
                        order by u.%2$s limit :limit
                        """.formatted(
                        UnitStore.superior(line),
                        UnitStore.position(line),
                        scope.condition("u.position", "u.industry_position").sql(),
                        scope.condition("s.position", "s.industry_position").sql()))
                .param("after", after)
                .param("limit", limit)
                .query(UnitStore::unit)
                .list();
    }

    /** Which of these units have open units directly below on a line. */
    List<Integer> withChildren(Collection<Integer> ids, Line line) {
        return jdbc.sql("""
                        select a.id from unnest(:ids::int[]) as a (id) where exists (
                            select 1 from organisation.unit c where c.%s = a.id and c.closed_on is null)
                        """.formatted(UnitStore.superior(line)))
                .param("ids", ids.toArray(Integer[]::new))
                .query(Integer.class)
                .list();
    }

    /** The dated history of a unit, newest first. */
    List<DatedChange> history(int unit, int limit) {
        return jdbc.sql("""
                        select kind, on_day, before, after, other, actor, at from organisation.change
                        where unit = :unit order by id desc limit :limit
                        """)
                .param("unit", unit)
                .param("limit", limit)
                .query(LevelStore::change)
                .list();
    }

    private static DatedChange change(ResultSet row, int index) throws SQLException {
        Integer other = (Integer) row.getObject("other");
        return new DatedChange(
                row.getString("kind"),
                row.getObject("on_day", LocalDate.class),
                row.getString("before"),
                row.getString("after"),
                other == null ? null : new UnitId(other),
                row.getLong("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
