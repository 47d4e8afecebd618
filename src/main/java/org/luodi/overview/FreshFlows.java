package org.luodi.overview;

import java.time.ZoneId;
import java.util.List;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Place;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What happened on each day, read again from the whole ledger into a temporary table. */
@Repository
class FreshFlows {

    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final CopyIn copy;
    private final ZoneId zone;

    FreshFlows(Ledger ledger, JdbcTemplate jdbc, CopyIn copy, ZoneId zone) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.copy = copy;
        this.zone = zone;
    }

    void fromLedger() {
        jdbc.execute("drop table if exists fresh_flow");
        jdbc.execute(
                "create temp table fresh_flow (line smallint, unit int, day date, raised int, closed int, reopened int) on commit drop");
        List<Entry> entries = ledger.seenAfter(Place.START, Fold.BATCH);
        while (!entries.isEmpty()) {
            Deltas deltas = new Deltas();
            entries.stream().filter(e -> e.about().kind().equals("matter")).forEach(e -> deltas.add(Step.of(e, zone)));
            write(deltas);
            entries = ledger.seenAfter(entries.get(entries.size() - 1).place(), Fold.BATCH);
        }
    }

    void replace() {
        jdbc.execute("delete from overview.flow");
        jdbc.execute("""
                insert into overview.flow (line, unit, day, raised, closed, reopened)
                select line, unit, day, sum(raised), sum(closed), sum(reopened) from fresh_flow group by 1, 2, 3 order by 1, 2, 3
                """);
    }

    List<String> differences() {
        return jdbc.queryForList("""
                select format('flow line %s unit %s %s: %s', line, unit, day, string_agg(which || counts, ' '))
                from (select 'running' as which, line, unit, day, array[raised, closed, reopened]::text as counts from overview.flow
                      union all
                      select 'recount', line, unit, day, array[sum(raised), sum(closed), sum(reopened)]::text
                      from fresh_flow group by 2, 3, 4) x
                group by line, unit, day having count(*) <> 2 or min(counts) <> max(counts) limit 20
                """, String.class);
    }

    private void write(Deltas deltas) {
        copy.rows(
                "copy fresh_flow from stdin",
                sink -> deltas.flows.forEach((cell, sums) -> sink.line("%d\t%d\t%s\t%d\t%d\t%d"
                        .formatted(cell.line(), cell.unit(), cell.day(), sums[0], sums[1], sums[2]))));
    }
}
