package org.luodi.evaluations;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Line;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AskingStore {

    private static final int PORTION = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    AskingStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** What is written when one opens. */
    record Opened(Asking asking, Placement place, int programme, Inviting.Asked asked) {

        Draw draw() {
            return asked.draw();
        }
    }

    /** Numbers for so many new ones. */
    List<Long> nextIds(int count) {
        return jdbc.sql(
                        "select nextval(pg_get_serial_sequence('evaluations.asking', 'id')) from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list();
    }

    void insert(List<Opened> opened) {
        template.batchUpdate("""
                insert into evaluations.asking (id, matter, round, unit, position, industry_position, territorial, industry,
                    opened_on, ends_on, programme, pool_size, pool_digest, seed, drawn, invited)
                overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, opened, PORTION, AskingStore::bind);
        template.batchUpdate(
                "insert into evaluations.pool (asking, leaves) values (?, ?)", opened, PORTION, (row, one) -> {
                    row.setLong(1, one.asking().id());
                    row.setBytes(2, one.draw().pool());
                });
    }

    private static void bind(PreparedStatement row, Opened opened) throws SQLException {
        Asking a = opened.asking();
        Draw draw = opened.draw();
        Object[] values = {
            a.id(),
            a.matter().value(),
            a.round(),
            a.unit().value(),
            a.at().territorial(),
            a.at().industry(),
            array(row, opened.place().reach().territorial()),
            array(row, opened.place().reach().industry()),
            a.openedOn(),
            a.endsOn(),
            opened.programme(),
            draw.leaves().size(),
            draw.poolDigest(),
            draw.seed(),
            draw.drawn().size(),
            a.invited()
        };
        for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
    }

    private static Array array(PreparedStatement row, List<Integer> units) throws SQLException {
        return row.getConnection().createArrayOf("int4", units.toArray());
    }

    /** Of these matters, those that have been asked about since they last settled. */
    Set<MatterId> asked(List<Matter> matters) {
        return Set.copyOf(jdbc.sql("""
                        select a.matter from unnest(:matters::bigint[], :rounds::int[]) as m (matter, round)
                        join evaluations.asking a on a.matter = m.matter and a.round = m.round
                        """)
                .param("matters", matters.stream().map(m -> m.id().value()).toArray(Long[]::new))
                .param("rounds", matters.stream().map(Matter::reopened).toArray(Integer[]::new))
                .query((row, i) -> new MatterId(row.getLong(1)))
                .list());
    }

    Optional<Asking> of(MatterId matter, int round) {
        return jdbc.sql("select * from evaluations.asking where matter = :matter and round = :round")
                .param("matter", matter.value())
                .param("round", round)
                .query(AskingStore::asking)
                .optional();
    }

    /** Every asking of a matter, the newest first. */
    List<Asking> of(MatterId matter) {
        return jdbc.sql("select * from evaluations.asking where matter = :matter order by round desc")
                .param("matter", matter.value())
                .query(AskingStore::asking)
                .list();
    }

    Asking find(long id) {
        return jdbc.sql("select * from evaluations.asking where id = :id")
                .param("id", id)
                .query(AskingStore::asking)
                .single();
    }

    /** The asking, if it has ended. */
    Optional<Asking> ended(long id) {
        return jdbc.sql("select * from evaluations.asking where id = :id and outcome is not null")
                .param("id", id)
                .query(AskingStore::asking)
                .optional();
    }

    /** The asking, held until the transaction ends. */
    Asking hold(long id) {
        return jdbc.sql("select * from evaluations.asking where id = :id for update")
                .param("id", id)
                .query(AskingStore::asking)
                .single();
    }

    /** Seed and digest of the pool. */
    record Drawn(byte[] seed, byte[] poolDigest, int poolSize, int drawn) {}

    Drawn drawn(long id) {
        return jdbc.sql("select seed, pool_digest, pool_size, drawn from evaluations.asking where id = :id")
                .param("id", id)
                .query((row, i) -> new Drawn(
                        row.getBytes("seed"),
                        row.getBytes("pool_digest"),
                        row.getInt("pool_size"),
                        row.getInt("drawn")))
                .single();
    }

    void answered(long id) {
        jdbc.sql("update evaluations.asking set answered = answered + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** Ends it, once; the digest is that of all answers. */
    void end(long id, Outcome outcome, LocalDate day, byte[] digest) {
        jdbc.sql("""
                        update evaluations.asking set outcome = :outcome, ended_on = :day, digest = :digest
                        where id = :id and outcome is null
                        """)
                .param("id", id)
                .param("outcome", outcome.word())
                .param("day", day)
                .param("digest", digest)
                .update();
    }

    /** Open ones whose last day is past, or that everybody has answered; those that came due first come first. */
    List<Long> due(LocalDate today, int limit) {
        return jdbc.sql("""
                        (select id from evaluations.asking where outcome is null and ends_on < :today order by ends_on, id limit :limit)
                        union
                        (select id from evaluations.asking where outcome is null and answered = invited order by id limit :limit)
                        limit :limit
                        """)
                .param("today", today)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    void reposition(Line line, int[] units, Long[] positions) {
        String column = line == Line.TERRITORIAL ? "position" : "industry_position";
        Integer[] numbers = Arrays.stream(units).boxed().toArray(Integer[]::new);
        template.update("""
                update evaluations.asking a set %s = n.position
                from unnest(?::int[], ?::bigint[]) as n (unit, position) where a.unit = n.unit
                """.formatted(column), numbers, positions);
    }

    static Asking asking(ResultSet row, int index) throws SQLException {
        return new Asking(
                row.getLong("id"),
                new MatterId(row.getLong("matter")),
                row.getInt("round"),
                new UnitId(row.getInt("unit")),
                new Position(row.getLong("position"), (Long) row.getObject("industry_position")),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getInt("invited"),
                row.getInt("answered"),
                Outcome.of(row.getString("outcome")),
                row.getObject("ended_on", LocalDate.class));
    }
}
