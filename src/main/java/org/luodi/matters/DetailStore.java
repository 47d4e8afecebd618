package org.luodi.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.luodi.platform.Writes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words of a matter, its tasks, and the notes given with its moves. */
@Repository
class DetailStore {

    private static final List<String> COLUMNS = List.of(
            "title",
            "symptoms",
            "cause_own",
            "cause_above",
            "lead_unit",
            "helpers",
            "leader",
            "person",
            "standard",
            "measures",
            "division",
            "progress",
            "evidence",
            "county_accepted",
            "city_accepted",
            "industry_accepted",
            "solved",
            "lasting",
            "closed_on",
            "remark",
            "since",
            "affected",
            "outcome",
            "proof");

    private static final Set<String> DAYS =
            Set.of("county_accepted", "city_accepted", "industry_accepted", "closed_on", "since");

    private static final String UPSERT = """
            insert into matters.detail (matter, %s) values (?%s)
            on conflict (matter) do update set %s
            """.formatted(
                    String.join(", ", COLUMNS),
                    ", ?".repeat(COLUMNS.size()),
                    COLUMNS.stream().map(c -> c + " = excluded." + c).collect(Collectors.joining(", ")));

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    DetailStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A matter's number with its words. */
    record Words(MatterId matter, Detail detail) {}

    Map<MatterId, Detail> all(Collection<MatterId> ids) {
        Map<MatterId, Detail> details = new HashMap<>();
        jdbc.sql("select matter, %s from matters.detail where matter = any(:ids)".formatted(String.join(", ", COLUMNS)))
                .param("ids", ids.stream().map(MatterId::value).toArray(Long[]::new))
                .query(row -> {
                    details.put(new MatterId(row.getLong("matter")), detail(row));
                });
        return details;
    }

    void write(List<Words> words) {
        template.batchUpdate(UPSERT, words, 1000, (row, w) -> {
            Object[] values = values(w.detail());
            row.setLong(1, w.matter().value());
            for (int i = 0; i < values.length; i++) {
                row.setObject(i + 2, values[i]);
            }
        });
    }

    /** Writes what has changed of words that stand, if anything has. */
    Writes update(Writes together, MatterId id, Detail old, Detail now) {
        Object[] before = values(old);
        Object[] after = values(now);
        List<String> columns = new ArrayList<>();
        List<Object> changed = new ArrayList<>();
        List<Integer> types = new ArrayList<>();
        for (int i = 0; i < after.length; i++) {
            if (!Objects.equals(before[i], after[i])) {
                columns.add(COLUMNS.get(i) + " = ?");
                changed.add(after[i]);
                types.add(DAYS.contains(COLUMNS.get(i)) ? Types.DATE : Types.VARCHAR);
            }
        }
        changed.add(id.value());
        types.add(Types.BIGINT);
        String sql = "update matters.detail set %s where matter = ?".formatted(String.join(", ", columns));
        return columns.isEmpty()
                ? together
                : together.add(
                        sql,
                        changed.toArray(),
                        types.stream().mapToInt(Integer::intValue).toArray());
    }

    /** In the order of the columns. */
    private static Object[] values(Detail d) {
        return new Object[] {
            d.title(),
            d.symptoms(),
            d.causeOwn(),
            d.causeAbove(),
            d.leadUnit(),
            d.helpers(),
            d.leader(),
            d.person(),
            d.standard(),
            d.measures(),
            d.division(),
            d.progress(),
            d.evidence(),
            d.countyAccepted(),
            d.cityAccepted(),
            d.industryAccepted(),
            d.solved(),
            d.lasting(),
            d.closedOn(),
            d.remark(),
            d.own().since(),
            d.own().affected(),
            d.own().outcome(),
            d.own().proof()
        };
    }

    /** A note of that version stands already only where somebody else was faster: the matter itself tells him so. */
    Writes note(Writes together, MatterId id, int version, String text) {
        return together.add(
                "insert into matters.note (matter, version, text) values (?, ?, ?) on conflict do nothing",
                new Object[] {id.value(), version, text},
                new int[] {Types.BIGINT, Types.INTEGER, Types.VARCHAR});
    }

    Map<Integer, String> notes(MatterId id) {
        Map<Integer, String> notes = new HashMap<>();
        jdbc.sql("select version, text from matters.note where matter = :matter")
                .param("matter", id.value())
                .query(row -> {
                    notes.put(row.getInt("version"), row.getString("text"));
                });
        return notes;
    }

    static Detail detail(ResultSet row) throws SQLException {
        Object[] values = new Object[COLUMNS.size()];
        for (int i = 0; i < values.length; i++) {
            String column = COLUMNS.get(i);
            values[i] = DAYS.contains(column) ? row.getObject(column, LocalDate.class) : row.getString(column);
        }
        return detail(values);
    }

    /** From values in the order of the columns. */
    private static Detail detail(Object[] v) {
        return new Detail(
                (String) v[0],
                (String) v[1],
                (String) v[2],
                (String) v[3],
                (String) v[4],
                (String) v[5],
                (String) v[6],
                (String) v[7],
                (String) v[8],
                (String) v[9],
                (String) v[10],
                (String) v[11],
                (String) v[12],
                (LocalDate) v[13],
                (LocalDate) v[14],
                (LocalDate) v[15],
                (String) v[16],
                (String) v[17],
                (LocalDate) v[18],
                (String) v[19],
                new Detail.Own((LocalDate) v[20], (String) v[21], (String) v[22], (String) v[23]));
    }

    /** What one detail says otherwise than another, by field. */
    static List<Corrections.Part> parts(Detail old, Detail now) {
        Object[] before = values(old);
        Object[] after = values(now);
        return IntStream.range(0, COLUMNS.size())
                .mapToObj(i -> Corrections.Part.of(COLUMNS.get(i).replace('_', '-'), before[i], after[i]))
                .filter(Corrections.Part::differs)
                .toList();
    }

    /** The detail with what parts say. */
    static Detail with(Detail standing, Map<String, String> parts) {
        Object[] values = values(standing);
        for (int i = 0; i < values.length; i++) {
            String name = COLUMNS.get(i).replace('_', '-');
            if (parts.containsKey(name)) {
                String said = parts.get(name);
                values[i] = said != null && DAYS.contains(COLUMNS.get(i)) ? LocalDate.parse(said) : said;
            }
        }
        return detail(values);
    }
}
