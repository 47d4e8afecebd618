package org.luodi.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.luodi.organisation.TreeBench;
import org.luodi.organisation.UnitRow;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** A nation with millions of matters, drawn from a seed and copied into the tables, with the entry that raised each. */
final class BigWorld {

    private static final int SEED = 20260901;
    private static final String[] STAGES = {"raised", "placed", "acting", "settled", "confirmed", "closed", "relapsed"};
    /** Out of a hundred matters, how many at most stand in this stage or one before it. */
    private static final int[] SHARES = {8, 18, 36, 42, 46, 99, 100};

    private static final int[] CATEGORIES = {1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16, 17, 18, 19};

    private final DataSource database;
    private final JdbcTemplate jdbc;
    private final LocalDate today;
    private final int count;
    private int[] superior;
    private int[] industrySuperior;
    private long[] position;
    private long[] industry;

    BigWorld(DataSource database, LocalDate today, int count) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.today = today;
        this.count = count;
    }

    int loadUnits() {
        try (Stream<UnitRow> national = TreeBench.national()) {
            return TreeBench.load(database, BigTree.around(national).iterator());
        }
    }

    void loadMatters() {
        readUnits();
        List<String> indexes = takeOff();
        copy(
                "matters.matter (id, number, unit, position, industry_position, stage, category, source, batch, raised_on, due, reopened, changed_by, changed_at)",
                this::matterLine);
        copy("matters.detail (matter, title, symptoms, measures)", this::detailLine);
        copy("platform.entry (at, actor, kind, subject, verb, body, territorial, industry, digest)", this::entryLine);
        indexes.forEach(jdbc::execute);
        jdbc.execute("alter table matters.matter alter column id restart with " + (count + 1L));
        // As the server does by itself in a quiet hour.
        List.of("matters.matter", "matters.detail", "platform.entry").forEach(t -> jdbc.execute("vacuum analyze " + t));
    }

    /** Everything drawn about one matter; the same whenever it is drawn. */
    private record Drawn(int id, int unit, String stage, int category, int source, LocalDate raised, LocalDate due) {

        int reopened() {
            return stage.equals("relapsed") || id % 60 == 0 ? 1 : 0;
        }
    }

    private Drawn draw(int id) {
        Random random = new Random(SEED + 31L * id);
        int unit = 1 + random.nextInt(superior.length - 1);
        // One in ten stands further up, where few units are.
        for (int up = random.nextInt(10) == 0 ? 1 + random.nextInt(3) : 0; up > 0 && superior[unit] > 0; up--) {
            unit = superior[unit];
        }
        int share = random.nextInt(100);
        int stage = 0;
        while (share >= SHARES[stage]) {
            stage++;
        }
        LocalDate raised = today.minusDays(random.nextInt(420));
        LocalDate due = stage == 0 && random.nextBoolean() ? null : raised.plusDays(30 + random.nextInt(240));
        return new Drawn(
                id,
                unit,
                STAGES[stage],
                CATEGORIES[random.nextInt(CATEGORIES.length)],
                1 + random.nextInt(7),
                raised,
                due);
    }

    private String matterLine(int id) {
        Drawn d = draw(id);
        return String.join(
                "\t",
                Integer.toString(id),
                "B" + id,
                Integer.toString(d.unit()),
                Long.toString(position[d.unit()]),
                industry[d.unit()] == 0 ? "\\N" : Long.toString(industry[d.unit()]),
                d.stage(),
                Integer.toString(d.category()),
                Integer.toString(d.source()),
                "2",
                d.raised().toString(),
                d.due() == null ? "\\N" : d.due().toString(),
                Integer.toString(d.reopened()),
                "1",
                d.raised() + " 10:00+08");
    }

    private String detailLine(int id) {
        return id + "\t第 " + id + " 号问题：办事窗口周末无人值守\t群众反映周末办不了事，要多跑一趟。\t安排轮班，公布电话。";
    }

    private String entryLine(int id) {
        Drawn d = draw(id);
        String body =
                "{\"batch\":2,\"category\":%d,\"due\":%s,\"raised\":\"%s\",\"reopened\":0,\"source\":%d,\"to\":\"raised\",\"unit\":%d,\"version\":1}"
                        .formatted(
                                d.category(),
                                d.due() == null ? "null" : "\"" + d.due() + "\"",
                                d.raised(),
                                d.source(),
                                d.unit());
        String reach = path(superior, d.unit());
        String line = industry[d.unit()] == 0 ? "{}" : path(industrySuperior, d.unit());
        return String.join(
                "\t",
                d.raised() + " 10:00+08",
                "1",
                "matter",
                Integer.toString(id),
                "raised",
                body,
                reach,
                line,
                "\\\\x" + digest(id + body + reach));
    }

    private static String path(int[] above, int unit) {
        StringBuilder path = new StringBuilder("}");
        for (int at = unit; at > 0; at = above[at]) {
            path.insert(0, (above[at] > 0 ? "," : "") + at);
        }
        return path.insert(0, "{").toString();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void readUnits() {
        int size = jdbc.queryForObject("select max(id) from organisation.unit", Integer.class) + 1;
        superior = new int[size];
        industrySuperior = new int[size];
        position = new long[size];
        industry = new long[size];
        jdbc.setFetchSize(20_000);
        jdbc.query(
                "select id, superior, industry_superior, position, industry_position from organisation.unit", row -> {
                    int id = row.getInt(1);
                    superior[id] = row.getInt(2);
                    industrySuperior[id] = row.getInt(3);
                    position[id] = row.getLong(4);
                    industry[id] = row.getLong(5);
                });
    }

    /** Takes indexes and foreign keys off the tables to be filled; returns how to put them back. */
    private List<String> takeOff() {
        String tables = "('matters.matter'::regclass, 'matters.detail'::regclass, 'platform.entry'::regclass)";
        List<String[]> pieces =
                jdbc.query("""
                select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where contype = 'f' and conrelid in ?
                union all
                select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
                from pg_index i
                where i.indrelid in ? and not exists (select 1 from pg_constraint where conindid = i.indexrelid)
                """.replace("?", tables), (row, i) -> new String[] {row.getString(1), row.getString(2)});
        List<String> back = new ArrayList<>();
        for (String[] piece : pieces) {
            jdbc.execute(piece[0]);
            back.add(0, piece[1]);
        }
        return back;
    }

    private interface Lines {
        String line(int id);
    }

    private void copy(String table, Lines lines) {
        try (var connection = database.getConnection();
                OutputStream out = new PGCopyOutputStream(
                        connection.unwrap(PGConnection.class), "copy " + table + " from stdin", 1 << 16)) {
            for (int id = 1; id <= count; id++) {
                out.write((lines.line(id) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
