package org.luodi.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names, codes and superiors of many units at once. */
@Repository
class DirectoryStore {

    private static final int FETCHED = 5_000;
    private static final String ROW =
            "select id, code, name, level, superior, industry_superior from organisation.unit ";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    DirectoryStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Tells this database from every other, so that an index is never used with a database it was not made from. */
    String mark() {
        return jdbc.sql("""
                        select (select oid from pg_database where datname = current_database()) || '-' ||
                               (select extract(epoch from min(installed_on))::bigint from organisation.schema_history)
                        """).query(String.class).single();
    }

    long count() {
        return jdbc.sql("select count(*) from organisation.unit")
                .query(Long.class)
                .single();
    }

    /** Every unit, streamed; in a transaction. */
    void all(Consumer<Directory.Row> rows) {
        template.query(
                connection -> {
                    var statement = connection.prepareStatement(ROW);
                    statement.setFetchSize(FETCHED);
                    return statement;
                },
                (ResultSet row) -> rows.accept(row(row, 0)));
    }

    List<Directory.Row> rows(Collection<Integer> ids) {
        return jdbc.sql(ROW + "where id = any(:ids)")
                .param("ids", ids.toArray(Integer[]::new))
                .query(DirectoryStore::row)
                .list();
    }

    /** Units whose code or name begins with a word, as far as the scope sees them: for as long as there is no index. */
    List<Unit> beginningWith(String word, Scope scope, int limit) {
        var seen = scope.condition("position", "industry_position");
        return jdbc.sql("""
                        select * from organisation.unit
                        where (starts_with(code, :word) or starts_with(name, :word)) and %s
                        order by (code = :word or name = :word) desc, position_end - position desc, position limit :limit
                        """.formatted(seen.sql()))
                .param("word", word)
                .param("limit", limit)
                .params(seen.params())
                .query(UnitStore::unit)
                .list();
    }

    /** The numbers of the superiors of some units on a line, the units themselves among them. */
    Map<Integer, List<Integer>> superiors(Collection<Integer> ids, Line line) {
        Map<Integer, List<Integer>> result = new HashMap<>();
        climb(
                ids,
                line,
                row -> result.computeIfAbsent(row.getInt("start"), k -> new ArrayList<>())
                        .add(row.getInt("id")));
        return result;
    }

    /** The superiors of some units on the territorial line, root first, without the units themselves. */
    Map<UnitId, List<Directory.Above>> paths(Collection<Integer> ids) {
        Map<UnitId, List<Directory.Above>> result = new HashMap<>();
        climb(ids, Line.TERRITORIAL, row -> {
            if (row.getInt("height") > 0) {
                var at = new Position(row.getLong("position"), (Long) row.getObject("industry_position"));
                result.computeIfAbsent(new UnitId(row.getInt("start")), k -> new ArrayList<>())
                        .add(new Directory.Above(row.getString("name"), at));
            }
        });
        return result;
    }

    private interface Climbed {
        void row(ResultSet row) throws SQLException;
    }

    private void climb(Collection<Integer> ids, Line line, Climbed each) {
        jdbc.sql("""
                        with recursive up as (
                            select id as start, id, name, position, industry_position, %1$s as superior, 0 as height
                            from organisation.unit where id = any(:ids)
                            union all
                            select up.start, s.id, s.name, s.position, s.industry_position, s.%1$s, up.height + 1
                            from up join organisation.unit s on s.id = up.superior where up.height < 100)
                        select * from up order by start, height desc
                        """.formatted(UnitStore.superior(line)))
                .param("ids", ids.toArray(Integer[]::new))
                .query(each::row);
    }

    private static Directory.Row row(ResultSet row, int index) throws SQLException {
        return new Directory.Row(
                row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5), row.getInt(6));
    }
}
