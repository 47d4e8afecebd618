package org.luodi.promises;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PromiseStore {

    private static final int PORTION = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    PromiseStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    long insert(Promise promise) {
        return jdbc.sql("""
                        insert into promises.promise (matter, unit, position, industry_position, deed, title, words, state,
                                                      proposed_by, proposed_at)
                        values (:matter, :unit, :position, :industry, :deed, :title, :words, 'proposed', :by, :at)
                        returning id
                        """)
                .param("matter", promise.matter().value())
                .param("unit", promise.unit().value())
                .param("position", promise.at().territorial())
                .param("industry", promise.at().industry())
                .param("deed", promise.deed())
                .param("title", promise.title())
                .param("words", promise.words())
                .param("by", promise.proposed().by())
                .param("at", PromiseRows.time(promise.proposed().at()))
                .query(Long.class)
                .single();
    }

    Optional<Promise> find(long id) {
        return jdbc.sql("select * from promises.promise where id = :id")
                .param("id", id)
                .query(PromiseRows::promise)
                .optional();
    }

    /** The newest publication of a matter, whatever became of it. */
    Optional<Promise> of(MatterId matter) {
        return jdbc.sql("select * from promises.promise where matter = :matter order by id desc limit 1")
                .param("matter", matter.value())
                .query(PromiseRows::promise)
                .optional();
    }

    /** Whether the matter is up or published now; a second one that wants in waits until the first has ended its transaction. */
    boolean stands(MatterId matter) {
        return jdbc.sql("""
                        select exists (select 1 from promises.promise
                                       where matter = :matter and state in ('proposed', 'published'))
                        """)
                .param("matter", matter.value())
                .query(Boolean.class)
                .single();
    }

    /** Releases, declines or recalls; false where somebody was faster. */
    boolean update(Promise old, Promise now) {
        return jdbc.sql("""
                                update promises.promise
                                set state = :state, decided_by = :decidedBy, decided_at = :decidedAt, published_on = :day,
                                    recalled_by = :recalledBy, recalled_at = :recalledAt, reason = :reason,
                                    version = version + 1
                                where id = :id and state = :from and version = :version
                                """)
                        .param("state", now.state().word())
                        .param("decidedBy", by(now.decided()))
                        .param("decidedAt", at(now.decided()))
                        .param("day", now.publishedOn())
                        .param("recalledBy", by(now.recalled()))
                        .param("recalledAt", at(now.recalled()))
                        .param("reason", now.reason())
                        .param("id", old.id())
                        .param("from", old.state().word())
                        .param("version", old.version())
                        .update()
                == 1;
    }

    private static Long by(Promise.Step step) {
        return step == null ? null : step.by();
    }

    private static OffsetDateTime at(Promise.Step step) {
        return step == null ? null : PromiseRows.time(step.at());
    }

    /** What waits for a second person, in the order of the tree. */
    List<Promise> waiting(Scope scope, String cursor, int limit) {
        PromiseRows.Place after = cursor == null
                ? new PromiseRows.Place(null, Long.MIN_VALUE, 0)
                : PromiseRows.Place.read("0001-01-01_" + cursor);
        return jdbc.sql("""
                        select * from promises.promise
                        where state = 'proposed' and %s and (position, id) > (:position, :id)
                        order by position, id limit :limit
                        """.formatted(
                                scope.condition("position", "industry_position").sql()))
                .param("position", after.position())
                .param("id", after.id())
                .param("limit", limit)
                .query(PromiseRows::promise)
                .list();
    }

    /** What others have put up, in the order of the tree. */
    List<Promise> ofOthers(Scope scope, int limit) {
        return jdbc.sql("""
                        select * from promises.promise where state = 'proposed' and proposed_by <> :me and %s
                        order by position, id limit :limit
                        """.formatted(
                                scope.condition("position", "industry_position").sql()))
                .param("me", scope.actor().id())
                .param("limit", limit)
                .query(PromiseRows::promise)
                .list();
    }

    /** Takes over who answers for the matters now. */
    void follow(List<Matter> moved) {
        template.batchUpdate(
                "update promises.promise set unit = ?, position = ?, industry_position = ? where matter = ?",
                moved,
                PORTION,
                (row, m) -> {
                    row.setInt(1, m.unit().value());
                    row.setLong(2, m.at().territorial());
                    row.setObject(3, m.at().industry(), Types.BIGINT);
                    row.setLong(4, m.id().value());
                });
    }

    void reposition(Line line, int[] units, Long[] positions) {
        String column = line == Line.TERRITORIAL ? "position" : "industry_position";
        Integer[] numbers = Arrays.stream(units).boxed().toArray(Integer[]::new);
        template.update("""
                update promises.promise p set %s = n.position
                from unnest(?::int[], ?::bigint[]) as n (unit, position) where p.unit = n.unit
                """.formatted(column), numbers, positions);
    }
}
