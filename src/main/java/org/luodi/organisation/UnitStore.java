package org.luodi.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.platform.Where;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UnitStore {

    private static final String SELECT = """
            select id, code, name, class, level, superior, industry_superior, position, position_end, industry_position,
                   industry_position_end, opened_on, closed_on, gaps, version
            from organisation.unit
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    UnitStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Holds the tree as it is until the transaction ends; returns its version, read once it is held. */
    long holdTree() {
        return jdbc.sql("select organisation.hold_tree()").query(Long.class).single();
    }

    void lockTree() {
        template.queryForList("select organisation.lock_tree()");
    }

    long treeVersion() {
        return jdbc.sql("select version from organisation.tree")
                .query(Long.class)
                .single();
    }

    void newTreeVersion() {
        HeldTree.forget();
        jdbc.sql("update organisation.tree set version = version + 1").update();
    }

    Optional<Unit> find(int id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(UnitStore::unit)
                .optional();
    }

    Optional<Unit> byCode(String code) {
        return jdbc.sql(SELECT + "where code = :code")
                .param("code", code)
                .query(UnitStore::unit)
                .optional();
    }

    List<Unit> all(Collection<Integer> ids) {
        return jdbc.sql(SELECT + "where id = any(:ids)")
                .param("ids", ids.toArray(Integer[]::new))
                .query(UnitStore::unit)
                .list();
    }

    List<UnitId> idsIn(Interval subtree, Line line) {
        return jdbc.sql("select id from organisation.unit where %s order by %s desc"
                        .formatted(subtree.condition(position(line)), position(line)))
                .query((row, i) -> new UnitId(row.getInt(1)))
                .list();
    }

    List<UnitId> ids(String[] codes) {
        return jdbc.sql("select id from organisation.unit where code = any(:codes)")
                .param("codes", codes)
                .query((row, i) -> new UnitId(row.getInt(1)))
                .list();
    }

    List<Unit> byCodes(Collection<String> codes) {
        return jdbc.sql(SELECT + "where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(UnitStore::unit)
                .list();
    }

    List<Unit> byNames(Collection<String> names, Where scope) {
        return jdbc.sql("%s where name = any(:names) and closed_on is null and %s order by position"
                        .formatted(SELECT, scope.sql()))
                .param("names", names.toArray(String[]::new))
                .params(scope.params())
                .query(UnitStore::unit)
                .list();
    }

    Map<UnitId, String> names(Collection<UnitId> ids) {
        Map<UnitId, String> names = new HashMap<>();
        jdbc.sql("select id, name from organisation.unit where id = any(:ids)")
                .param("ids", ids.stream().map(UnitId::value).toArray(Integer[]::new))
                .query(row -> {
                    names.put(new UnitId(row.getInt("id")), row.getString("name"));
                });
        return names;
    }

    /** The unit and its superiors on a line, root first. */
    List<Unit> path(int id, Line line) {
        return jdbc.sql("""
                        with recursive up as (
                            select u.*, 0 as height from organisation.unit u where u.id = :id
                            union all
                            select s.*, up.height + 1 from up join organisation.unit s on s.id = up.%s where up.height < 100)
                        select * from up order by height desc
                        """.formatted(superior(line)))
                .param("id", id)
                .query(UnitStore::unit)
                .list();
    }

    /** The unit while it stands, else the one it was merged into, else the one above it; on and on until one stands. */
    Optional<UnitId> successor(int id) {
        return jdbc.sql("""
                        with recursive next as (
                            select u.*, 0 as steps from organisation.unit u where u.id = :id
                            union all
                            select s.*, next.steps + 1 from next join organisation.unit s
                                on s.id = coalesce(next.merged_into, next.superior, next.industry_superior)
                            where next.closed_on is not null and next.steps < 100)
                        select id from next where closed_on is null
                        """)
                .param("id", id)
                .query((row, i) -> new UnitId(row.getInt("id")))
                .optional();
    }

    /** Units directly below on a line, in the order of the tree, after a position. */
    List<Unit> children(Unit above, Line line, long after, Where scope, int limit) {
        return jdbc.sql("""
                        %1$s where %2$s = :above and %3$s > :after and closed_on is null and %4$s
                        order by %3$s limit :limit
                        """.formatted(SELECT, superior(line), position(line), scope.sql()))
                .param("above", above.id().value())
                .param("after", after)
                .param("limit", limit)
                .params(scope.params())
                .query(UnitStore::unit)
                .list();
    }

    List<Unit> at(Collection<Long> positions) {
        return jdbc.sql("""
                        select u.* from unnest(:positions) with ordinality as p (position, i)
                        cross join lateral (select * from organisation.unit where position <= p.position and closed_on is null
                                            order by position desc limit 1) u
                        order by p.i
                        """)
                .param("positions", positions.toArray(Long[]::new))
                .query(UnitStore::unit)
                .list();
    }

    List<Unit> unanswered(Where where, int limit) {
        return jdbc.sql("%s where gaps <> 0 and closed_on is null and %s order by position limit :limit"
                        .formatted(SELECT, where.sql()))
                .param("limit", limit)
                .params(where.params())
                .query(UnitStore::unit)
                .list();
    }

    /** Every unit with its superiors, streamed. */
    void superiors(Units.SuperiorHandler handler) {
        var query = template;
        query.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select id, coalesce(superior, 0), case when industry_position is null then null else coalesce(industry_superior, 0) end from organisation.unit");
                    statement.setFetchSize(20_000);
                    return statement;
                },
                (ResultSet row) -> handler.row(row.getInt(1), row.getInt(2), (Integer) row.getObject(3)));
    }

    static String superior(Line line) {
        return line == Line.TERRITORIAL ? "superior" : "industry_superior";
    }

    static String position(Line line) {
        return line == Line.TERRITORIAL ? "position" : "industry_position";
    }

    static Unit unit(ResultSet row, int index) throws SQLException {
        Long industry = (Long) row.getObject("industry_position");
        Interval industryInterval =
                industry == null ? null : new Interval(industry, row.getLong("industry_position_end"));
        long position = row.getLong("position");
        return new Unit(
                new UnitId(row.getInt("id")),
                row.getString("code"),
                row.getString("name"),
                row.getString("class"),
                row.getString("level"),
                id(row, "superior"),
                id(row, "industry_superior"),
                new Position(position, industry),
                new Interval(position, row.getLong("position_end")),
                industryInterval,
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getInt("gaps"),
                row.getInt("version"));
    }

    private static UnitId id(ResultSet row, String column) throws SQLException {
        Integer value = (Integer) row.getObject(column);
        return value == null ? null : new UnitId(value);
    }
}
