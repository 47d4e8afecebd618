package org.luodi.matters;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.luodi.platform.Writes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MatterStore {

    private static final String TOLD = "matters.matter m join matters.detail d on d.matter = m.id where m.id = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    MatterStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    Optional<Matter> find(MatterId id) {
        return all(List.of(id)).stream().findFirst();
    }

    /** A matter with its words, and the version of the tree that its position belongs to. */
    record Placed(Matters.Told told, long treeVersion) {}

    /** A matter, its words and the version of the tree, read at once. */
    Optional<Placed> told(MatterId id) {
        return jdbc.sql("select *, organisation.tree_version() as tree_version from " + TOLD)
                .param(id.value())
                .query((row, i) -> new Placed(told(row), row.getLong("tree_version")))
                .optional();
    }

    /**
     * The same with the tree held until the transaction ends. Two statements on one way to the server: the second looks only after the first
     * has waited.
     */
    Optional<Placed> held(MatterId id) {
        return template.execute("select organisation.hold_tree(); select * from " + TOLD, (PreparedStatement ask) -> {
            ask.setLong(1, id.value());
            ask.execute();
            try (ResultSet version = ask.getResultSet()) {
                version.next();
                long held = version.getLong(1);
                ask.getMoreResults(Statement.KEEP_CURRENT_RESULT);
                try (ResultSet row = ask.getResultSet()) {
                    return row.next() ? Optional.of(new Placed(told(row), held)) : Optional.empty();
                }
            }
        });
    }

    private static Matters.Told told(ResultSet row) throws SQLException {
        return new Matters.Told(MatterRows.matter(row, 0), DetailStore.detail(row));
    }

    List<Matter> all(Collection<MatterId> ids) {
        return jdbc.sql(MatterRows.SELECT + "where id = any(:ids) order by id")
                .param("ids", ids.stream().map(MatterId::value).toArray(Long[]::new))
                .query(MatterRows::matter)
                .list();
    }

    /** The same, held until the transaction ends. */
    Optional<Matter> hold(MatterId id) {
        return jdbc.sql(MatterRows.SELECT + "where id = :id for no key update")
                .param("id", id.value())
                .query(MatterRows::matter)
                .optional();
    }

    /** The same for several, in the order of their ids: whoever needs the same ones waits and holds none of them. */
    void holdAll(Collection<MatterId> ids) {
        jdbc.sql("select id from matters.matter where id = any(:ids) order by id for no key update")
                .param("ids", ids.stream().map(MatterId::value).toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Keeps several from being moved until the transaction ends. */
    void hold(Collection<MatterId> ids) {
        jdbc.sql("select id from matters.matter where id = any(:ids) order by id for share")
                .param("ids", ids.stream().map(MatterId::value).toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    Optional<Matter> byNumber(String number) {
        return byNumbers(List.of(number)).stream().findFirst();
    }

    /** Those of the numbers that stand already. */
    List<String> taken(List<String> numbers) {
        return jdbc.sql("select number from matters.number where number = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    List<Matter> byNumbers(Collection<String> numbers) {
        return jdbc.sql(MatterRows.SELECT
                        + "where id in (select matter from matters.number where number = any(:numbers))")
                .param("numbers", numbers.toArray(String[]::new))
                .query(MatterRows::matter)
                .list();
    }

    /** Numbers for new matters, without gaps in what one call takes. */
    List<Long> nextIds(int count) {
        return jdbc.sql(
                        "select nextval(pg_get_serial_sequence('matters.matter', 'id')) from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list();
    }

    /** The same without those that, behind a prefix, are the number of a matter already. */
    List<Long> freeIds(int count, String prefix) {
        return jdbc.sql("""
                        select id from (select nextval(pg_get_serial_sequence('matters.matter', 'id')) as id
                                        from generate_series(1, :count) offset 0) next
                        where not exists (select from matters.number where number = :prefix || id)
                        """)
                .param("count", count)
                .param("prefix", prefix)
                .query(Long.class)
                .list();
    }

    void insert(List<Matter> matters) {
        template.batchUpdate("""
                insert into matters.matter (id, number, unit, position, industry_position, stage, category, source, batch,
                                            raised_on, due, reopened, merged_into, version, changed_by, changed_at,
                                            kind, marked, drive)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, matters, 1000, (row, m) -> {
            Object[] values = inserted(m);
            for (int i = 0; i < values.length; i++) {
                row.setObject(i + 1, values[i]);
            }
        });
    }

    private static Object[] inserted(Matter m) {
        return new Object[] {
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
            time(m.changedAt()),
            m.kind().word(),
            m.marked(),
            m.drive()
        };
    }

    /** Writes the new state over the old one; false where somebody else was faster. */
    boolean update(Matter old, Matter now) {
        return send(update(new Writes(), old, now));
    }

    /** The same together with what follows; {@link #send} tells whether it was in time. */
    Writes update(Writes together, Matter old, Matter now) {
        return together.add(NewState.UPDATE, NewState.of(old, now), NewState.TYPES);
    }

    /** Makes the writes; whether the first of them has changed its row. */
    boolean send(Writes together) {
        return template.execute(together::send)[0] == 1;
    }

    /** The same for many; returns how many of the old states still stood. */
    int update(List<Matter> old, List<Matter> now) {
        List<Object[]> states = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            states.add(NewState.of(old.get(i), now.get(i)));
        }
        return Arrays.stream(template.batchUpdate(NewState.UPDATE, states, NewState.TYPES))
                .sum();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
