package org.luodi.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luodi.organisation.Line;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The task list, and the units that take part in a matter without answering for it. */
@Repository
class TaskStore {

    private static final String SELECT =
            "select id, matter, what, who, due, done_on, evidence, unit, answer from matters.task ";

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit that takes part, and where it stands. */
    record Party(UnitId unit, String part, Position at) {}

    List<Task> tasks(MatterId id) {
        return jdbc.sql(SELECT + "where matter = :matter order by id")
                .param("matter", id.value())
                .query(TaskStore::task)
                .list();
    }

    /** The tasks of several matters, by the matter they belong to. */
    Map<MatterId, List<Task>> all(Collection<MatterId> ids) {
        return jdbc
                .sql(SELECT + "where matter = any(:matters) order by id")
                .param("matters", ids.stream().map(MatterId::value).toArray(Long[]::new))
                .query((row, i) -> Map.entry(new MatterId(row.getLong("matter")), task(row, i)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    Optional<Task> task(MatterId id, long task) {
        return jdbc.sql(SELECT + "where matter = :matter and id = :task")
                .param("matter", id.value())
                .param("task", task)
                .query(TaskStore::task)
                .optional();
    }

    /** Open tasks that helping units have, the most urgent first, by the matter they belong to. */
    Map<Task, MatterId> openOf(Collection<UnitId> units, int limit) {
        return jdbc
                .sql(SELECT + "where unit = any(:units) and done_on is null order by due nulls last, id limit :limit")
                .param("units", units.stream().map(UnitId::value).toArray(Integer[]::new))
                .param("limit", limit)
                .query((row, i) -> Map.entry(task(row, i), new MatterId(row.getLong("matter"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    void add(MatterId id, Task task) {
        jdbc.sql("""
                        insert into matters.task (matter, what, who, due, done_on, evidence, unit, answer)
                        values (:matter, :what, :who, :due, :done, :evidence, :unit, :answer)
                        """)
                .param("matter", id.value())
                .param("what", task.what())
                .param("who", task.who())
                .param("due", task.due())
                .param("done", task.doneOn())
                .param("evidence", task.evidence())
                .param("unit", task.unit() == null ? null : task.unit().value())
                .param("answer", task.answer())
                .update();
    }

    boolean finish(MatterId id, Task done, LocalDate day) {
        return jdbc.sql("""
                                update matters.task set done_on = :day, evidence = :evidence, answer = :answer
                                where matter = :matter and id = :task and done_on is null
                                """)
                        .param("day", day)
                        .param("evidence", done.evidence())
                        .param("answer", done.answer())
                        .param("matter", id.value())
                        .param("task", done.id())
                        .update()
                == 1;
    }

    List<Party> parties(MatterId id) {
        return jdbc.sql("select unit, part, position, industry_position from matters.party where matter = :matter")
                .param("matter", id.value())
                .query((row, i) -> new Party(
                        new UnitId(row.getInt("unit")),
                        row.getString("part"),
                        new Position(row.getLong("position"), (Long) row.getObject("industry_position"))))
                .list();
    }

    /** Lets a unit take part; nothing happens where it does so already. */
    void join(MatterId id, Placement unit, String part) {
        jdbc.sql("""
                        insert into matters.party (matter, unit, part, position, industry_position)
                        values (:matter, :unit, :part, :position, :industry) on conflict do nothing
                        """)
                .param("matter", id.value())
                .param("unit", unit.unit().value())
                .param("part", part)
                .param("position", unit.at().territorial())
                .param("industry", unit.at().industry())
                .update();
    }

    /** Where the tree puts units elsewhere, what is kept of their positions follows. */
    void reposition(Line line, int[] units, Long[] positions) {
        String column = line == Line.TERRITORIAL ? "position" : "industry_position";
        jdbc.sql("""
                        update matters.party p set %s = n.position
                        from unnest(:units::int[], :positions::bigint[]) as n (unit, position) where p.unit = n.unit
                        """.formatted(column))
                .param("units", Arrays.stream(units).boxed().toArray(Integer[]::new))
                .param("positions", positions)
                .update();
    }

    /** What a unit that ends takes part in or has to do goes to another. */
    void handOver(UnitId from, Placement to) {
        jdbc.sql("""
                        insert into matters.party (matter, unit, part, position, industry_position)
                        select matter, :to, part, :position, :industry from matters.party where unit = :from
                        on conflict do nothing
                        """)
                .param("to", to.unit().value())
                .param("position", to.at().territorial())
                .param("industry", to.at().industry())
                .param("from", from.value())
                .update();
        jdbc.sql("update matters.task set unit = :to where unit = :from and done_on is null")
                .param("to", to.unit().value())
                .param("from", from.value())
                .update();
    }

    private static Task task(ResultSet row, int index) throws SQLException {
        Integer unit = (Integer) row.getObject("unit");
        return new Task(
                row.getLong("id"),
                row.getString("what"),
                row.getString("who"),
                row.getObject("due", LocalDate.class),
                row.getObject("done_on", LocalDate.class),
                row.getString("evidence"),
                unit == null ? null : new UnitId(unit),
                row.getString("answer"));
    }
}
