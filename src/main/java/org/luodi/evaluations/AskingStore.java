package org.luodi.evaluations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Line;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;
import org.luodi.platform.ledger.Place;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AskingStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    AskingStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** What is written when one opens. */
    record Opened(Asking asking, Placement place, int programme, Draw draw) {}

    /** The number it is kept under; empty where this round has been asked already. */
    Optional<Long> insert(Opened opened) {
        Asking a = opened.asking();
        Draw draw = opened.draw();
        return jdbc.sql("""
                        insert into evaluations.asking (matter, round, unit, position, industry_position, territorial, industry,
                            opened_on, ends_on, programme, pool_size, pool_digest, seed, drawn, invited)
                        values (:matter, :round, :unit, :position, :industryPosition, :territorial, :industry,
                            :opened, :ends, :programme, :pool, :digest, :seed, :drawn, :invited)
                        on conflict (matter, round) do nothing returning id
                        """)
                .param("matter", a.matter().value())
                .param("round", a.round())
                .param("unit", a.unit().value())
                .param("position", a.at().territorial())
                .param("industryPosition", a.at().industry())
                .param("territorial", array(opened.place().reach().territorial()))
                .param("industry", array(opened.place().reach().industry()))
                .param("opened", a.openedOn())
                .param("ends", a.endsOn())
                .param("programme", opened.programme())
                .param("pool", draw.leaves().size())
                .param("digest", draw.poolDigest())
                .param("seed", draw.seed())
                .param("drawn", draw.drawn().size())
                .param("invited", a.invited())
                .query(Long.class)
                .optional();
    }

    void pool(long asking, Draw draw) {
        jdbc.sql("insert into evaluations.pool (asking, leaves) values (:asking, :leaves)")
                .param("asking", asking)
                .param("leaves", draw.pool())
                .update();
    }

    private static Integer[] array(List<Integer> units) {
        return units.toArray(Integer[]::new);
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

    Place lockProgress() {
        return jdbc.sql("select tx, id from evaluations.progress for update")
                .query((row, i) -> new Place(row.getLong(1), row.getLong(2)))
                .single();
    }

    void progress(Place place) {
        jdbc.sql("update evaluations.progress set tx = :tx, id = :id")
                .param("tx", place.tx())
                .param("id", place.id())
                .update();
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
