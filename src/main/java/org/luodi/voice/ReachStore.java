package org.luodi.voice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Line;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom matters and places concern, for many at once. */
@Repository
class ReachStore {

    private final JdbcClient jdbc;

    ReachStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever reported these matters, or one that was joined to them, and has not withdrawn, the first reports first, "me too" after them. */
    Map<MatterId, List<Reaching.Reached>> reported(Map<MatterId, Set<MatterId>> matters) {
        Map<MatterId, List<Reaching.Reached>> reported = new HashMap<>();
        jdbc.sql("""
                        select m.whole, r.id, r.echo_of is not null as metoo, c.kind, c.key
                        from unnest(:wholes::bigint[], :parts::bigint[]) as m (whole, part)
                        join voice.report r on r.matter = m.part and r.stage in ('taken', 'joined')
                        left join voice.contact c on c.report = r.id and c.cipher is not null
                        order by metoo, r.id
                        """)
                .param("wholes", each(matters, (whole, part) -> whole.value()))
                .param("parts", each(matters, (whole, part) -> part.value()))
                .query(row -> {
                    reported.computeIfAbsent(new MatterId(row.getLong(1)), m -> new ArrayList<>())
                            .add(new Reaching.Reached(
                                    new ReportId(row.getLong(2)),
                                    row.getBoolean(3),
                                    row.getString(4),
                                    row.getBytes(5)));
                });
        return reported;
    }

    private static Long[] each(Map<MatterId, Set<MatterId>> matters, BiFunction<MatterId, MatterId, Long> pick) {
        return matters.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(part -> pick.apply(e.getKey(), part)))
                .toArray(Long[]::new);
    }

    /** Those who agreed to be asked about these units or what lies below them, each contact once a unit. */
    Map<UnitId, List<Circle>> circles(List<Unit> places) {
        Map<UnitId, List<Circle>> circles = new HashMap<>();
        jdbc.sql("""
                        select distinct on (p.unit, c.key) p.unit, c.report, c.kind, c.key
                        from unnest(:units::int[], :from::bigint[], :upto::bigint[]) as p (unit, first, upto)
                        join voice.contact c on c.position >= p.first and c.position < p.upto
                        where c.circle and c.cipher is not null order by p.unit, c.key, c.report
                        """)
                .param("units", places.stream().map(u -> u.id().value()).toArray(Integer[]::new))
                .param("from", bounds(places)[0])
                .param("upto", bounds(places)[1])
                .query(row -> {
                    circles.computeIfAbsent(new UnitId(row.getInt(1)), u -> new ArrayList<>())
                            .add(new Circle(new ReportId(row.getLong(2)), row.getString(3), row.getBytes(4)));
                });
        return circles;
    }

    private static Long[][] bounds(List<Unit> places) {
        return new Long[][] {
            places.stream().map(u -> u.interval(Line.TERRITORIAL).from()).toArray(Long[]::new),
            places.stream().map(u -> u.interval(Line.TERRITORIAL).to()).toArray(Long[]::new)
        };
    }

    /** Of these units, those in whose subtree somebody agreed to be asked. */
    List<UnitId> withCircle(List<Unit> places) {
        return jdbc.sql("""
                        select p.unit from unnest(:units::int[], :from::bigint[], :upto::bigint[]) as p (unit, first, upto)
                        where exists (select 1 from voice.contact c where c.position >= p.first and c.position < p.upto
                                      and c.circle and c.cipher is not null)
                        """)
                .param("units", places.stream().map(u -> u.id().value()).toArray(Integer[]::new))
                .param("from", bounds(places)[0])
                .param("upto", bounds(places)[1])
                .query((row, i) -> new UnitId(row.getInt(1)))
                .list();
    }

    /** How many contacts in each of these subtrees agreed to be asked. */
    Map<UnitId, Long> circleSizes(List<Unit> places) {
        Map<UnitId, Long> sizes = new HashMap<>();
        jdbc.sql("""
                        select p.unit, count(*) from unnest(:units::int[], :from::bigint[], :upto::bigint[]) as p (unit, first, upto)
                        join voice.contact c on c.position >= p.first and c.position < p.upto
                        where c.circle and c.cipher is not null group by p.unit
                        """)
                .param("units", places.stream().map(u -> u.id().value()).toArray(Integer[]::new))
                .param("from", bounds(places)[0])
                .param("upto", bounds(places)[1])
                .query(row -> {
                    sizes.put(new UnitId(row.getInt(1)), row.getLong(2));
                });
        return sizes;
    }

    Map<ReportId, String> kinds(Collection<ReportId> reports) {
        Map<ReportId, String> kinds = new HashMap<>();
        jdbc.sql("select report, kind from voice.contact where cipher is not null and report = any(:reports)")
                .param("reports", reports.stream().map(ReportId::value).toArray(Long[]::new))
                .query(row -> {
                    kinds.put(new ReportId(row.getLong(1)), row.getString(2));
                });
        return kinds;
    }
}
