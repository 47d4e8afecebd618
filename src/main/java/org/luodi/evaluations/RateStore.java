package org.luodi.evaluations;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.luodi.organisation.Line;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums kept ready for every unit, so that the nation's cost no more than a village's. */
@Repository
class RateStore {

    private final JdbcClient jdbc;

    RateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what an asking counts to its unit and to all above it, always in the same order. */
    void count(long asking, Map<String, Long> count) {
        String[] names = count.keySet().stream().sorted().toArray(String[]::new);
        Long[] numbers = java.util.Arrays.stream(names).map(count::get).toArray(Long[]::new);
        jdbc.sql("""
                        insert into evaluations.tally (unit, industry, name, n)
                        select u.unit, u.industry, d.name, d.n
                        from evaluations.asking a
                        cross join lateral (select unnest(a.territorial), false
                                            union all select unnest(a.industry), true) as u (unit, industry)
                        cross join unnest(:names::text[], :numbers::bigint[]) as d (name, n)
                        where a.id = :asking order by 1, 2, 3
                        on conflict (unit, industry, name) do update set n = tally.n + excluded.n
                        """)
                .param("names", names)
                .param("numbers", numbers)
                .param("asking", asking)
                .update();
    }

    /** Notes that it did not last; false where that was noted before. */
    boolean relapse(long asking, LocalDate day) {
        return jdbc.sql("insert into evaluations.relapse (asking, day) values (:asking, :day) on conflict do nothing")
                        .param("asking", asking)
                        .param("day", day)
                        .update()
                == 1;
    }

    Map<String, Long> of(UnitId unit, Line line) {
        Map<String, Long> numbers = new HashMap<>();
        jdbc.sql("select name, n from evaluations.tally where unit = :unit and industry = :industry")
                .param("unit", unit.value())
                .param("industry", line == Line.INDUSTRY)
                .query(row -> {
                    numbers.put(row.getString(1), row.getLong(2));
                });
        return numbers;
    }

    /** In how many places the sums differ from what the askings say when they are counted anew. */
    long differences() {
        return jdbc.sql("""
                        with ended as (
                            select a.id, u.unit, u.industry, a.outcome from evaluations.asking a
                            cross join lateral (select unnest(a.territorial), false
                                                union all select unnest(a.industry), true) as u (unit, industry)
                            where a.outcome is not null
                        ), said as (
                            select e.unit, e.industry, case when i.part = 'sample' then 'sample' else 'concerned' end as part, s.*
                            from ended e join evaluations.invitation i on i.asking = e.id
                            left join evaluations.answer s on s.invitation = i.id
                            where e.outcome <> 'overtaken'
                        ), anew as (
                            select unit, industry, outcome as name, count(*) as n from ended group by 1, 2, 3
                            union all
                            select e.unit, e.industry, 'relapsed', count(*) from ended e
                            join evaluations.relapse r on r.asking = e.id group by 1, 2
                            union all
                            select s.unit, s.industry, s.part || '.' || c.name, count(*) from said s cross join lateral (values
                                ('invited', true), ('answered', s.invitation is not null), ('solved', s.solved),
                                ('satisfied', s.satisfied), ('true', s.fits)) as c (name, counts)
                            where c.counts group by 1, 2, 3
                        )
                        select count(*) from anew full join evaluations.tally t using (unit, industry, name)
                        where anew.n is distinct from t.n
                        """).query(Long.class).single();
    }
}
