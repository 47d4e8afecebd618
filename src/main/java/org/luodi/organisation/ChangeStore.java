package org.luodi.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.luodi.platform.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes single units and their dated history. */
@Repository
class ChangeStore {

    private final JdbcClient jdbc;

    ChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit as it goes into the table; the intervals are its places on the lines. */
    record Fresh(TreeChange.NewUnit unit, Interval territorial, Interval industry, LocalDate opened) {}

    /** One line of a unit's dated history. */
    record Event(int unit, String kind, String before, String after, Integer other) {}

    /** Who changed something, on which day and at what moment. */
    record Stamp(Actor by, LocalDate day, Instant at) {}

    UnitId insert(Fresh fresh) {
        TreeChange.NewUnit unit = fresh.unit();
        return new UnitId(jdbc.sql("""
                        insert into organisation.unit (code, name, class, level, superior, industry_superior, position,
                            position_end, industry_position, industry_position_end, opened_on)
                        values (:code, :name, :class, :level, :superior, :industry, :from, :to, :ifrom, :ito, :day)
                        returning id
                        """)
                .param("code", unit.code())
                .param("name", unit.name())
                .param("class", unit.unitClass())
                .param("level", unit.level())
                .param("superior", number(unit.superior()))
                .param("industry", number(unit.industrySuperior()))
                .param("from", fresh.territorial().from())
                .param("to", fresh.territorial().to())
                .param(
                        "ifrom",
                        fresh.industry() == null ? null : fresh.industry().from())
                .param("ito", fresh.industry() == null ? null : fresh.industry().to())
                .param("day", fresh.opened())
                .query(Integer.class)
                .single());
    }

    void rename(UnitId unit, String name) {
        jdbc.sql("update organisation.unit set name = :name, version = version + 1 where id = :id")
                .param("name", name)
                .param("id", unit.value())
                .update();
    }

    void superior(UnitId unit, Line line, UnitId superior) {
        jdbc.sql("update organisation.unit set %s = :superior, version = version + 1 where id = :id"
                        .formatted(UnitStore.superior(line)))
                .param("superior", number(superior))
                .param("id", unit.value())
                .update();
    }

    /** Puts a unit onto the industry line. */
    void arrive(UnitId unit, Interval at) {
        jdbc.sql("update organisation.unit set industry_position = :from, industry_position_end = :to where id = :id")
                .param("from", at.from())
                .param("to", at.to())
                .param("id", unit.value())
                .update();
    }

    /** Ends a unit and its post. */
    void close(UnitId unit, LocalDate day, UnitId mergedInto) {
        jdbc.sql("""
                        update organisation.unit set closed_on = :day, merged_into = :into, version = version + 1
                        where id = :id
                        """)
                .param("day", day)
                .param("into", number(mergedInto))
                .param("id", unit.value())
                .update();
        jdbc.sql("update organisation.post set until = greatest(since, :day) where unit = :id and until is null")
                .param("day", day)
                .param("id", unit.value())
                .update();
    }

    /** Works out anew why nobody answers for these units (mechanisms 5). */
    void gaps(Collection<UnitId> units) {
        jdbc.sql("""
                        update organisation.unit u set gaps =
                            case when u.superior is null and u.level <> 'nation' then :superior else 0 end
                            + case when u.industry_superior is null and u.class = any(:classes) then :industry else 0 end
                            + case when exists (select 1 from organisation.post p
                                    where p.unit = u.id and p.until is null and p.holder is not null) then 0 else :post end
                        where u.id = any(:ids)
                        """)
                .param("superior", Gaps.NO_SUPERIOR)
                .param("industry", Gaps.NO_INDUSTRY_SUPERIOR)
                .param("post", Gaps.NO_POST)
                .param("classes", UnitClasses.WITH_INDUSTRY.toArray(String[]::new))
                .param("ids", units.stream().map(UnitId::value).toArray(Integer[]::new))
                .update();
    }

    void note(List<Event> events, Stamp stamp) {
        for (Event event : events) {
            jdbc.sql("""
                            insert into organisation.change (unit, kind, on_day, before, after, other, actor, at)
                            values (:unit, :kind, :day, :before, :after, :other, :actor, :at)
                            """)
                    .param("unit", event.unit())
                    .param("kind", event.kind())
                    .param("day", stamp.day())
                    .param("before", event.before())
                    .param("after", event.after())
                    .param("other", event.other())
                    .param("actor", stamp.by().id())
                    .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Open units directly below, in the order of the tree. */
    List<Unit> openChildren(UnitId unit, Line line) {
        return jdbc.sql("select * from organisation.unit where %s = :id and closed_on is null order by %s"
                        .formatted(UnitStore.superior(line), UnitStore.position(line)))
                .param("id", unit.value())
                .query(UnitStore::unit)
                .list();
    }

    long openUnits(Interval subtree, Line line) {
        return count("select count(*) from organisation.unit u where u.closed_on is null and ", subtree, line);
    }

    long posts(Interval subtree, Line line) {
        return count("""
                select count(*) from organisation.post p join organisation.unit u on u.id = p.unit
                where p.until is null and\s
                """, subtree, line);
    }

    private long count(String sql, Interval subtree, Line line) {
        return jdbc.sql(sql + subtree.condition("u." + UnitStore.position(line)))
                .query(Long.class)
                .single();
    }

    private static Integer number(UnitId unit) {
        return unit == null ? null : unit.value();
    }
}
