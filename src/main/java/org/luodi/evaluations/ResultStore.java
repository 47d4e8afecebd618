package org.luodi.evaluations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luodi.organisation.Line;
import org.luodi.organisation.Unit;
import org.luodi.platform.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Askings that have ended, for those who may see what came of them. */
@Repository
class ResultStore {

    private final JdbcClient jdbc;

    ResultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a list goes on, and how many rows are wanted. */
    record Slot(long before, int limit) {}

    /** What counted for a unit, the newest first. */
    List<Asking> list(Unit unit, Line line, Where scope, Slot slot) {
        String lines = line == Line.TERRITORIAL ? "territorial" : "industry";
        return jdbc.sql("""
                        select * from evaluations.asking
                        where outcome is not null and %s @> array[:unit::int] and id < :before and %s
                        order by id desc limit :limit
                        """.formatted(lines, scope.sql()))
                .params(scope.params())
                .param("unit", unit.id().value())
                .param("before", slot.before())
                .param("limit", slot.limit())
                .query(AskingStore::asking)
                .list();
    }

    /** What each group said, by asking. */
    Map<Long, List<Result.Group>> groups(Collection<Long> askings) {
        Map<Long, List<Result.Group>> groups = new HashMap<>();
        jdbc.sql("""
                        select i.asking, case when i.part = 'sample' then 'sample' else 'concerned' end as name,
                               count(*), count(s.invitation), count(*) filter (where s.solved),
                               count(*) filter (where s.satisfied), count(*) filter (where s.fits)
                        from evaluations.invitation i left join evaluations.answer s on s.invitation = i.id
                        where i.asking = any(:askings) group by 1, 2 order by 1, 2
                        """).param("askings", askings.toArray(Long[]::new)).query(row -> {
            groups.computeIfAbsent(row.getLong(1), a -> new ArrayList<>())
                    .add(new Result.Group(
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7)));
        });
        return groups;
    }

    /** Some leaves of the pool of an asking, from one on, as bytes. */
    byte[] leaves(long asking, int from, int count) {
        return jdbc.sql("select substring(leaves from :from for :bytes) from evaluations.pool where asking = :asking")
                .param("asking", asking)
                .param("from", from * Pool.BYTES + 1)
                .param("bytes", count * Pool.BYTES)
                .query((row, i) -> row.getBytes(1))
                .single();
    }
}
