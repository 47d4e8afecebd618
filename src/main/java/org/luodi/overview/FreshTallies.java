package org.luodi.overview;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.luodi.matters.Matters;
import org.luodi.organisation.Units;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Sums made anew in temporary tables: own counts first, then climbed level by level; to compare with the running ones or to replace them. */
@Repository
class FreshTallies {

    private static final String COUNTS = String.join(", ", Counts.COLUMNS);
    private static final String SUMS =
            Counts.COLUMNS.stream().map(c -> "sum(" + c + ")").collect(Collectors.joining(", "));

    private static final String NAMED_SUMS =
            Counts.COLUMNS.stream().map(c -> "sum(" + c + ") as " + c).collect(Collectors.joining(", "));

    private final JdbcTemplate jdbc;
    private final CopyIn copy;

    FreshTallies(JdbcTemplate jdbc, CopyIn copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /** Reads every unit's superiors from the organisation into the fresh tree. */
    void takeTree(Units units) {
        // Whole tables are joined: looking rows up one by one would go through the few buffers that temporary tables
        // have.
        jdbc.execute("set local work_mem = '128MB'; set local enable_nestloop = off");
        jdbc.execute("drop table if exists fresh_node");
        jdbc.execute("create temp table fresh_node (line smallint, unit int, superior int) on commit drop");
        copy.rows(
                "copy fresh_node from stdin",
                rows -> units.superiors((unit, territorial, industry) -> {
                    rows.line("0\t" + unit + "\t" + territorial);
                    if (industry != null) {
                        rows.line("1\t" + unit + "\t" + industry);
                    }
                }));
        jdbc.execute("create index on fresh_node (line, unit)");
        jdbc.execute("analyze fresh_node");
    }

    /** Whether a unit that counts something would change its place in the copy. */
    boolean treeMovesSums() {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                select exists (
                    select 1 from overview.tally t
                    cross join (values (0), (1)) as l (line)
                    left join overview.node n on n.line = l.line and n.unit = t.unit
                    left join fresh_node f on f.line = l.line and f.unit = t.unit
                    where n.superior is distinct from f.superior)
                """, Boolean.class));
    }

    /** Units whose place in the fold's copy is not the organisation's. */
    List<String> treeDifferences() {
        return jdbc.queryForList("""
                select format('node line %s unit %s: running %s recount %s', line, unit, n.superior, f.superior)
                from overview.node n full join fresh_node f using (line, unit)
                where n.superior is distinct from f.superior limit 20
                """, String.class);
    }

    void adoptTree() {
        jdbc.execute("delete from overview.node n where not exists "
                + "(select 1 from fresh_node f where f.line = n.line and f.unit = n.unit)");
        jdbc.execute("""
                insert into overview.node (line, unit, superior) select line, unit, superior from fresh_node
                on conflict (line, unit) do update set superior = excluded.superior
                where node.superior <> excluded.superior
                """);
        jdbc.execute("analyze overview.node");
    }

    /** Takes the own counts of the running tallies as they are. */
    void ownFromTallies() {
        prepare();
        jdbc.execute(
                "insert into fresh_tally (line, unit, dim, key, %1$s) select 2, unit, dim, key, %1$s from overview.tally where line = 2"
                        .formatted(COUNTS));
        jdbc.execute(
                "insert into fresh_day (line, unit, kind, grain, day, open) select 2, unit, kind, grain, day, open from overview.open_by_day where line = 2");
    }

    /** Makes the own counts from the census of matters. */
    void ownFromCensus(Matters matters) {
        prepare();
        jdbc.execute("""
                create temp table census (unit int, stage text, category int, source int, raised date, due date, times int, drive int, n int)
                on commit drop
                """);
        copy.rows("copy census from stdin", sink -> matters.census(row -> sink.line(line(row))));
        String stages = Counts.COLUMNS.subList(0, Counts.REOPENED).stream()
                .map(s -> "coalesce(sum(n) filter (where stage = '" + s + "'), 0)")
                .collect(Collectors.joining(", "));
        jdbc.execute("""
                insert into fresh_tally (line, unit, dim, key, %s)
                select 2, unit, case when grouping(category) = 0 then 1 when grouping(source) = 0 then 2
                                     when grouping(drive) = 0 then 3 else 0 end,
                       coalesce(category, source, drive, 0), %s,
                       coalesce(sum(n) filter (where times > 0 and stage not in ('closed', 'excluded', 'merged')), 0)
                from census group by grouping sets ((unit), (unit, category), (unit, source), (unit, drive))
                having grouping(drive) = 1 or drive is not null
                """.formatted(COUNTS, stages));
        jdbc.execute("""
                insert into fresh_day (line, unit, kind, grain, day, open)
                select 2, unit, kind, grain, case grain when 1 then day else date_trunc('month', day)::date end, sum(n)
                from (select unit, n, 1 as kind, due as day, stage from census
                      union all select unit, n, 2, raised, stage from census
                      union all select unit, n, 1000 + drive, due, stage from census where drive is not null) c
                cross join (values (1), (2)) as g (grain)
                where day is not null and stage not in ('closed', 'excluded', 'merged')
                group by 2, 3, 4, 5
                """);
    }

    /** Lets the own counts climb both forests of the copy, one level at a time. */
    void climb() {
        for (int line = 0; line <= 1; line++) {
            int deepest = levels(line);
            jdbc.update("""
                    insert into fresh_tally (line, unit, dim, key, %1$s, superior, depth)
                    select ?, t.unit, t.dim, t.key, %1$s, l.superior, l.depth
                    from fresh_tally t join fresh_level l on l.unit = t.unit where t.line = 2
                    """.formatted(COUNTS), line);
            jdbc.update("""
                    insert into fresh_day (line, unit, kind, grain, day, open, superior, depth)
                    select ?, d.unit, d.kind, d.grain, d.day, d.open, l.superior, l.depth
                    from fresh_day d join fresh_level l on l.unit = d.unit where d.line = 2
                    """, line);
            for (int depth = deepest; depth > 0; depth--) {
                climb(line, depth);
            }
        }
    }

    /** Rows carry their unit's superior and depth, so that a step reads one level only. */
    private void climb(int line, int depth) {
        jdbc.update("""
                insert into fresh_tally (line, unit, dim, key, %1$s, superior, depth)
                select ?, l.unit, t.dim, t.key, %1$s, l.superior, l.depth
                from (select superior, dim, key, %2$s from fresh_tally where line = ? and depth = ? group by superior, dim, key) t
                join fresh_level l on l.unit = t.superior
                """.formatted(COUNTS, NAMED_SUMS), line, line, depth);
        jdbc.update("""
                insert into fresh_day (line, unit, kind, grain, day, open, superior, depth)
                select ?, l.unit, d.kind, d.grain, d.day, d.open, l.superior, l.depth
                from (select superior, kind, grain, day, sum(open) as open from fresh_day where line = ? and depth = ?
                      group by superior, kind, grain, day) d
                join fresh_level l on l.unit = d.superior
                """, line, line, depth);
    }

    /** Writes each unit's depth on a line; returns the greatest. */
    private int levels(int line) {
        jdbc.execute("drop table if exists fresh_level");
        jdbc.execute("create temp table fresh_level (unit int, superior int, depth int) on commit drop");
        jdbc.update("""
                insert into fresh_level
                with recursive down (unit, superior, depth) as (
                    select n.unit, n.superior, 0 from overview.node n
                    where n.line = ? and not exists
                        (select 1 from overview.node s where s.line = n.line and s.unit = n.superior)
                    union all
                    select n.unit, n.superior, down.depth + 1
                    from down join overview.node n on n.line = ? and n.superior = down.unit)
                select unit, superior, depth from down
                """, line, line);
        jdbc.execute("analyze fresh_level");
        return jdbc.queryForObject("select coalesce(max(depth), 0) from fresh_level", Integer.class);
    }

    /** Puts the fresh sums in the place of the running ones, in the order of their key, so that a unit's rows stand together. */
    void replaceSums() {
        jdbc.execute("delete from overview.tally");
        jdbc.execute("delete from overview.open_by_day");
        jdbc.execute(
                "insert into overview.tally (line, unit, dim, key, %s) select line, unit, dim, key, %s from fresh_tally group by 1, 2, 3, 4 order by 1, 2, 3, 4"
                        .formatted(COUNTS, SUMS));
        jdbc.execute("""
                insert into overview.open_by_day (line, unit, kind, grain, day, open)
                select line, unit, kind, grain, day, sum(open) from fresh_day group by 1, 2, 3, 4, 5 having sum(open) <> 0
                order by 1, 2, 3, 4, 5
                """);
        jdbc.execute("analyze overview.tally");
        jdbc.execute("analyze overview.open_by_day");
    }

    /** Rows in which running and fresh sums differ, described; empty when they agree to the last digit. */
    List<String> differences() {
        String nonzero = Counts.COLUMNS.stream().map(c -> "sum(" + c + ") <> 0").collect(Collectors.joining(" or "));
        List<String> wrong = new java.util.ArrayList<>(jdbc.queryForList(
                """
                select format('tally line %%s unit %%s dim %%s key %%s: %%s', line, unit, dim, key, string_agg(which || counts, ' '))
                from (select 'running' as which, line, unit, dim, key, array[%1$s]::text as counts from overview.tally
                      where %2$s
                      union all
                      select 'recount', line, unit, dim, key, array[%3$s]::text from fresh_tally group by 2, 3, 4, 5 having %4$s) x
                group by line, unit, dim, key having count(*) <> 2 or min(counts) <> max(counts) limit 20
                """.formatted(COUNTS, nonzero.replaceAll("sum\\((\\w+)\\)", "$1"), SUMS, nonzero), String.class));
        wrong.addAll(jdbc.queryForList("""
                select format('day line %s unit %s kind %s grain %s %s: %s', line, unit, kind, grain, day, string_agg(which || open, ' '))
                from (select 'running' as which, line, unit, kind, grain, day, open from overview.open_by_day where open <> 0
                      union all
                      select 'recount', line, unit, kind, grain, day, sum(open) from fresh_day
                      group by 2, 3, 4, 5, 6 having sum(open) <> 0) x
                group by line, unit, kind, grain, day having count(*) <> 2 or min(open) <> max(open) limit 20
                """, String.class));
        return wrong;
    }

    private static String line(Matters.Census row) {
        return "%d\t%s\t%d\t%d\t%s\t%s\t%d\t%s\t%d"
                .formatted(
                        row.unit().value(),
                        row.stage().name().toLowerCase(Locale.ROOT),
                        row.category(),
                        row.source(),
                        row.raised(),
                        row.due() == null ? "\\N" : row.due(),
                        row.reopened(),
                        row.drive() == null ? "\\N" : row.drive(),
                        row.count());
    }

    /** Tens of millions of rows in a large nation: narrow, the wide columns first, so that none is padded. */
    private void prepare() {
        jdbc.execute("drop table if exists fresh_tally, fresh_day");
        jdbc.execute("""
                create temp table fresh_tally (unit int, key int, superior int, %s,
                                               line smallint, dim smallint, depth smallint) on commit drop
                """.formatted(Counts.COLUMNS.stream().map(c -> c + " int").collect(Collectors.joining(", "))));
        jdbc.execute("""
                create temp table fresh_day (unit int, day date, superior int, open int,
                                             line smallint, kind smallint, grain smallint, depth smallint) on commit drop
                """);
        jdbc.execute("create index on fresh_tally (line, depth) where depth is not null");
        jdbc.execute("create index on fresh_day (line, depth) where depth is not null");
    }
}
