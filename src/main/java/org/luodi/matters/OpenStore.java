package org.luodi.matters;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is to go from one to the next, and what lies still. */
@Repository
class OpenStore {

    private final JdbcClient jdbc;

    OpenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Matter> open(UnitId unit, Integer batch, List<MatterId> except, int limit) {
        Where where = new Where()
                .and("unit = :unit", "unit", unit.value())
                .and("open")
                .and("batch = :batch", "batch", batch)
                .and(
                        "id <> all(:except)",
                        "except",
                        except.stream().map(MatterId::value).toArray(Long[]::new));
        return jdbc.sql(MatterRows.SELECT + "where %s order by due_order, id limit :limit".formatted(where.sql()))
                .params(where.params())
                .param("limit", limit)
                .query(MatterRows::matter)
                .list();
    }

    List<UnitId> unitsWithOpen(int batch, UnitId after, int limit) {
        return jdbc.sql("""
                        select distinct unit from matters.matter
                        where open and batch = :batch and unit > :after order by unit limit :limit
                        """)
                .param("batch", batch)
                .param("after", after == null ? 0 : after.value())
                .param("limit", limit)
                .query((row, i) -> new UnitId(row.getInt("unit")))
                .list();
    }

    List<Matter> quiet(List<Integer> batches, Instant since, Where scope, int limit) {
        return jdbc.sql(MatterRows.SELECT + """
                        where still and open and batch = any(:batches) and changed_at < :since and %s
                        order by raised_on, position, id limit :limit
                        """.formatted(scope.sql()))
                .param("batches", batches.toArray(Integer[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .params(scope.params())
                .query(MatterRows::matter)
                .list();
    }

    /** The last of the next matters after one, by number; empty where there is none. */
    Optional<Long> portion(long after, int count) {
        return jdbc.sql("""
                        select max(id) as last from (select id from matters.matter where id > :after order by id limit :count) those
                        having count(*) > 0
                        """)
                .param("after", after)
                .param("count", count)
                .query((row, i) -> row.getLong("last"))
                .optional();
    }

    /** Marks what lies still between two numbers; what is being moved at the moment does not lie still. */
    int lieStill(long after, long last, List<Integer> batches, Instant since) {
        return jdbc.sql("""
                        update matters.matter set still = true where id in (
                            select id from matters.matter
                            where id > :after and id <= :last and not still and open and batch = any(:batches)
                              and changed_at < :since
                            order by id for no key update skip locked)
                        """)
                .param("after", after)
                .param("last", last)
                .param("batches", batches.toArray(Integer[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }
}
