package org.luodi.organisation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Imports with what they found, and the bulk statements of a large one. */
@Repository
class ImportStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Beyond every place that is taken, until the line is laid out anew. */
    private static final long BEYOND = 1L << 61;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ImportStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** An import as it was offered. */
    record Offered(long id, long file, long actor, Instant at, Instant appliedAt, TreeImport.Summary summary) {}

    long offer(long file, TreeImport.Summary summary, ChangeStore.Stamp stamp) {
        return jdbc.sql("""
                        insert into organisation.import (file, actor, at, summary) values (:file, :actor, :at, :summary::jsonb)
                        returning id
                        """)
                .param("file", file)
                .param("actor", stamp.by().id())
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .param("summary", JSON.writeValueAsString(summary))
                .query(Long.class)
                .single();
    }

    Optional<Offered> find(long id) {
        return jdbc.sql("select id, file, actor, at, applied_at, summary from organisation.import where id = :id")
                .param("id", id)
                .query((row, i) -> {
                    OffsetDateTime applied = row.getObject("applied_at", OffsetDateTime.class);
                    return new Offered(
                            row.getLong("id"),
                            row.getLong("file"),
                            row.getLong("actor"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            applied == null ? null : applied.toInstant(),
                            JSON.readValue(row.getString("summary"), TreeImport.Summary.class));
                })
                .optional();
    }

    /** Notes that an import was made; false where it had been made already. */
    boolean applied(long id, TreeImport.Summary summary, Instant at) {
        return jdbc.sql("""
                                update organisation.import set applied_at = :at, summary = :summary::jsonb
                                where id = :id and applied_at is null
                                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("summary", JSON.writeValueAsString(summary))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The units of these codes, and all above them on both lines. */
    List<ImportPlan.Known> known(Set<String> codes) {
        return jdbc.sql("""
                        with recursive named (id) as (
                            select id from organisation.unit where code = any(:codes)
                            union
                            select above.id from named
                                join organisation.unit u on u.id = named.id
                                join organisation.unit above on above.id = any(array[u.superior, u.industry_superior]))
                        select u.id, u.code, u.name, coalesce(u.superior, 0) as superior, u.position, u.industry_position,
                            u.closed_on is not null as closed,
                            case when u.industry_position is null then null else coalesce(u.industry_superior, 0) end as industry
                        from named join organisation.unit u on u.id = named.id
                        """)
                .param("codes", codes.toArray(String[]::new))
                .query((row, i) -> new ImportPlan.Known(
                        row.getInt("id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getInt("superior"),
                        (Integer) row.getObject("industry"),
                        new Position(row.getLong("position"), (Long) row.getObject("industry_position")),
                        row.getBoolean("closed")))
                .list();
    }

    /** Inserts new units without superiors, beyond all others, and gives all steps their names and superiors. */
    void write(List<ImportPlan.Step> steps, ChangeStore.Stamp stamp) {
        template.batchUpdate("""
                insert into organisation.unit (code, name, class, level, position, position_end, opened_on)
                values (?, ?, ?, ?, ?, ?, ?)
                """, steps.stream().filter(s -> s.known() == null).toList(), 1000, (row, step) -> {
            UnitRow unit = step.row();
            row.setString(1, unit.code());
            row.setString(2, unit.name());
            row.setString(3, unit.unitClass().isEmpty() ? UnitClasses.ofLevel(unit.level()) : unit.unitClass());
            row.setString(4, unit.level());
            row.setLong(5, BEYOND + unit.line());
            row.setLong(6, BEYOND + unit.line() + 1);
            row.setObject(7, stamp.day());
        });
        String[] codes = column(steps, UnitRow::code);
        template.update("""
                update organisation.unit u set name = n.name, version = version + 1
                from unnest(?::text[], ?::text[]) as n (code, name) where u.code = n.code and u.name <> n.name
                """, codes, column(steps, UnitRow::name));
        superior(codes, column(steps, UnitRow::superior));
        industry(codes, column(steps, UnitRow::industrySuperior));
    }

    private void superior(String[] codes, String[] superiors) {
        template.update("""
                update organisation.unit u set superior = s.id
                from unnest(?::text[], ?::text[]) as n (code, superior) join organisation.unit s on s.code = n.superior
                where u.code = n.code and u.superior is distinct from s.id
                """, codes, superiors);
    }

    private void industry(String[] codes, String[] superiors) {
        template.update("""
                update organisation.unit u set industry_superior = case when n.superior = n.code then null else s.id end,
                    industry_position = coalesce(u.industry_position, %1$d + u.id),
                    industry_position_end = coalesce(u.industry_position_end, %1$d + u.id + 1)
                from unnest(?::text[], ?::text[]) as n (code, superior) join organisation.unit s on s.code = n.superior
                where u.code = n.code
                """.formatted(BEYOND), codes, superiors);
    }

    /** The dated history of all steps in one statement: unit code, kind, before, after. */
    void history(List<String[]> events, ChangeStore.Stamp stamp) {
        template.update(
                """
                insert into organisation.change (unit, kind, on_day, before, after, actor, at)
                select u.id, n.kind, ?, n.before, n.after, ?, ?
                from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as n (code, kind, before, after)
                join organisation.unit u on u.code = n.code
                """,
                stamp.day(),
                stamp.by().id(),
                stamp.at().atOffset(ZoneOffset.UTC),
                events.stream().map(e -> e[0]).toArray(String[]::new),
                events.stream().map(e -> e[1]).toArray(String[]::new),
                events.stream().map(e -> e[2]).toArray(String[]::new),
                events.stream().map(e -> e[3]).toArray(String[]::new));
    }

    private static String[] column(List<ImportPlan.Step> steps, java.util.function.Function<UnitRow, String> of) {
        return steps.stream().map(s -> of.apply(s.row())).toArray(String[]::new);
    }
}
