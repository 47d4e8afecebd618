package org.luodi.promises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.luodi.organisation.Interval;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DoorStore {

    private final JdbcClient jdbc;

    DoorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A subtree, and whether only deeds are wanted. */
    record Range(Interval subtree, boolean deeds) {}

    /** What units in a subtree promise, the newest first; the order of an index, skipped through day by day. */
    List<Promise> published(Range range, String cursor, int limit) {
        PromiseRows.Place after = cursor == null
                ? new PromiseRows.Place(LocalDate.of(9999, 1, 1), Long.MAX_VALUE, Long.MAX_VALUE)
                : PromiseRows.Place.read(cursor);
        return jdbc.sql("""
                        select * from promises.promise
                        where state = 'published' %s and %s
                          and published_on <= :day
                          and (published_on, position, id) < (:day, :position, :id)
                        order by published_on desc, position desc, id desc limit :limit
                        """.formatted(
                                range.deeds() ? "and deed" : "", range.subtree().condition("position")))
                .param("day", after.day())
                .param("position", after.position())
                .param("id", after.id())
                .param("limit", limit)
                .query(PromiseRows::promise)
                .list();
    }

    /** One more supports it; how many do then, empty where this one did already. */
    Optional<Integer> support(long id, byte[] supporter, Instant at) {
        int added = jdbc.sql("""
                        insert into promises.support (promise, supporter, at) values (:id, :supporter, :at)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("supporter", supporter)
                .param("at", PromiseRows.time(at))
                .update();
        return added == 0
                ? Optional.empty()
                : jdbc.sql("""
                                update promises.promise set supports = supports + 1
                                where id = :id and state = 'published' returning supports
                                """).param("id", id).query(Integer.class).optional();
    }
}
