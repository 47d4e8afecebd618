package org.luodi.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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

    /** Writes what has changed of words that stand. */
    void update(MatterId id, Detail old, Detail now) {
        Object[] before = values(old);
        Object[] after = values(now);
        List<String> columns = new ArrayList<>();
        List<Object> changed = new ArrayList<>();
        for (int i = 0; i < after.length; i++) {
            if (!Objects.equals(before[i], after[i])) {
                columns.add(COLUMNS.get(i) + " = ?");
                changed.add(after[i]);
            }
        }
        changed.add(id.value());
        template.update(
                "update matters.detail set %s where matter = ?".formatted(String.join(", ", columns)),
                changed.toArray());
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

    void note(MatterId id, int version, String text) {
        jdbc.sql("insert into matters.note (matter, version, text) values (:matter, :version, :text)")
                .param("matter", id.value())
                .param("version", version)
                .param("text", text)
                .update();
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
        return new Detail(
                row.getString("title"),
                row.getString("symptoms"),
                row.getString("cause_own"),
                row.getString("cause_above"),
                row.getString("lead_unit"),
                row.getString("helpers"),
                row.getString("leader"),
                row.getString("person"),
                row.getString("standard"),
                row.getString("measures"),
                row.getString("division"),
                row.getString("progress"),
                row.getString("evidence"),
                row.getObject("county_accepted", LocalDate.class),
                row.getObject("city_accepted", LocalDate.class),
                row.getObject("industry_accepted", LocalDate.class),
                row.getString("solved"),
                row.getString("lasting"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("remark"),
                new Detail.Own(
                        row.getObject("since", LocalDate.class),
                        row.getString("affected"),
                        row.getString("outcome"),
                        row.getString("proof")));
    }
}
