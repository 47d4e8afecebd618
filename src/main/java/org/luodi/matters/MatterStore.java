package org.luodi.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MatterStore {

    private static final String SELECT = """
            select id, number, unit, position, industry_position, stage, category, source, batch, raised_on, due, reopened,
                   merged_into, version, changed_by, changed_at
            from matters.matter
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    MatterStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    Optional<Matter> find(MatterId id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(MatterStore::matter)
                .optional();
    }

    /** A matter with its words, and the version of the tree that its position belongs to. */
    record Placed(Matters.Told told, long treeVersion) {}

    /** A matter, its words and the version of the tree, read at once. */
    Optional<Placed> told(MatterId id) {
        return jdbc.sql("select *, organisation.tree_version() as tree_version from matters.matter m"
                        + " join matters.detail d on d.matter = m.id where m.id = :id")
                .param("id", id.value())
                .query((row, i) -> new Placed(
                        new Matters.Told(matter(row, i), DetailStore.detail(row)), row.getLong("tree_version")))
                .optional();
    }

    Optional<Matter> byNumber(String number) {
        return jdbc.sql(SELECT + "where number = :number")
                .param("number", number)
                .query(MatterStore::matter)
                .optional();
    }

    /** Those of the numbers that stand already. */
    List<String> taken(List<String> numbers) {
        return jdbc.sql("select number from matters.matter where number = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    List<Matter> byNumbers(Collection<String> numbers) {
        return jdbc.sql(SELECT + "where number = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(MatterStore::matter)
                .list();
    }

    /** Writes corrections over the states they were made from; returns how many of those still stood. */
    int amend(List<Matter> now) {
        int[][] written = template.batchUpdate("""
                update matters.matter
                set category = ?, source = ?, raised_on = ?, due = ?, version = version + 1, changed_by = ?, changed_at = ?
                where id = ? and stage = ? and version = ?
                """, now, 1000, (row, m) -> {
            row.setInt(1, m.category());
            row.setInt(2, m.source());
            row.setObject(3, m.raisedOn());
            row.setObject(4, m.due(), Types.DATE);
            row.setLong(5, m.changedBy());
            row.setObject(6, time(m.changedAt()));
            row.setLong(7, m.id().value());
            row.setString(8, m.stage().word());
            row.setInt(9, m.version() - 1);
        });
        return Stream.of(written).flatMapToInt(Arrays::stream).sum();
    }

    List<Matter> openAt(UnitId unit) {
        return jdbc.sql(SELECT + "where unit = :unit and open order by id")
                .param("unit", unit.value())
                .query(MatterStore::matter)
                .list();
    }

    long countOpenAt(UnitId unit) {
        return jdbc.sql("select count(*) from matters.matter where unit = :unit and open")
                .param("unit", unit.value())
                .query(Long.class)
                .single();
    }

    long countOpenIn(Interval subtree, Line line) {
        String column = line == Line.TERRITORIAL ? "position" : "industry_position";
        return jdbc.sql("select count(*) from matters.matter where open and " + subtree.condition(column))
                .query(Long.class)
                .single();
    }

    /** Numbers for new matters, without gaps in what one call takes. */
    List<Long> nextIds(int count) {
        return jdbc.sql(
                        "select nextval(pg_get_serial_sequence('matters.matter', 'id')) from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list();
    }

    void insert(List<Matter> matters) {
        template.batchUpdate("""
                insert into matters.matter (id, number, unit, position, industry_position, stage, category, source, batch,
                                            raised_on, due, reopened, merged_into, version, changed_by, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, matters, 1000, (row, m) -> {
            Object[] values = {
                m.id().value(),
                m.number(),
                m.unit().value(),
                m.at().territorial(),
                m.at().industry(),
                m.stage().word(),
                m.category(),
                m.source(),
                m.batch(),
                m.raisedOn(),
                m.due(),
                m.reopened(),
                m.mergedInto() == null ? null : m.mergedInto().value(),
                m.version(),
                m.changedBy(),
                time(m.changedAt())
            };
            for (int i = 0; i < values.length; i++) {
                row.setObject(i + 1, values[i]);
            }
        });
    }

    /** Writes the new state over the old one; false where somebody else was faster. */
    boolean update(Matter old, Matter now) {
        return jdbc.sql("""
                                update matters.matter
                                set unit = :unit, position = :position, industry_position = :industry, stage = :stage,
                                    category = :category, source = :source, due = :due, raised_on = :raised, reopened = :reopened,
                                    merged_into = :merged, version = version + 1, changed_by = :by, changed_at = :at
                                where id = :id and stage = :was and version = :version
                                """)
                        .param("unit", now.unit().value())
                        .param("position", now.at().territorial())
                        .param("industry", now.at().industry())
                        .param("stage", now.stage().word())
                        .param("category", now.category())
                        .param("source", now.source())
                        .param("due", now.due())
                        .param("raised", now.raisedOn())
                        .param("reopened", now.reopened())
                        .param(
                                "merged",
                                now.mergedInto() == null
                                        ? null
                                        : now.mergedInto().value())
                        .param("by", now.changedBy())
                        .param("at", time(now.changedAt()))
                        .param("id", old.id().value())
                        .param("was", old.stage().word())
                        .param("version", old.version())
                        .update()
                == 1;
    }

    void reposition(Line line, int[] units, Long[] positions) {
        String column = line == Line.TERRITORIAL ? "position" : "industry_position";
        template.update(
                """
                update matters.matter m set %s = n.position from unnest(?::int[], ?::bigint[]) as n (unit, position)
                where m.unit = n.unit
                """.formatted(column), java.util.Arrays.stream(units).boxed().toArray(Integer[]::new), positions);
    }

    /** Groups of equal matters, streamed, for a recount. */
    void census(Consumer<Matters.Census> consumer) {
        template.query(
                connection -> {
                    var statement = connection.prepareStatement("""
                            select unit, stage, category, source, raised_on, due, reopened, count(*) from matters.matter
                            group by unit, stage, category, source, raised_on, due, reopened
                            """);
                    statement.setFetchSize(20_000);
                    return statement;
                },
                (ResultSet row) -> consumer.accept(new Matters.Census(
                        new UnitId(row.getInt(1)),
                        stage(row.getString(2)),
                        row.getInt(3),
                        row.getInt(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class),
                        row.getInt(7),
                        row.getLong(8))));
    }

    static Matter matter(ResultSet row, int index) throws SQLException {
        Long merged = (Long) row.getObject("merged_into");
        return new Matter(
                new MatterId(row.getLong("id")),
                row.getString("number"),
                new UnitId(row.getInt("unit")),
                new Position(row.getLong("position"), (Long) row.getObject("industry_position")),
                stage(row.getString("stage")),
                row.getInt("category"),
                row.getInt("source"),
                row.getInt("batch"),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getInt("reopened"),
                merged == null ? null : new MatterId(merged),
                row.getInt("version"),
                row.getLong("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static Stage stage(String word) {
        return Stage.of(word).orElseThrow();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
