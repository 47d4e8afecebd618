package org.luodi.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.luodi.organisation.TreeBench;
import org.luodi.organisation.UnitRow;
import org.postgresql.PGConnection;

/** The import of the shipped tree against a bare COPY of the same rows, turn by turn. */
final class TreePart {

    private static final int TURNS = 5;

    private final DataSource database;
    private final Table table;

    TreePart(DataSource database, Table table) {
        this.database = database;
        this.table = table;
    }

    void run() throws Exception {
        double[] loads = new double[TURNS];
        double[] copies = new double[TURNS];
        int rows = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            execute("truncate organisation.unit cascade");
            long began = System.nanoTime();
            try (Stream<UnitRow> units = TreeBench.national()) {
                rows = TreeBench.load(database, units.iterator());
            }
            loads[turn] = seconds(began);
            copies[turn] = bareCopy();
        }
        double load = Arrays.stream(loads).min().orElseThrow();
        double copy = Arrays.stream(copies).min().orElseThrow();
        double ratio = copy / load;
        table.row(
                "import of %,d units, read, checked, with intervals and indexes, against a bare COPY of the same rows"
                        .formatted(rows),
                "≥ 0.3 ×",
                Table.text("%.2f × (%.1f s against %.1f s, best of %d)", ratio, load, copy, TURNS),
                ratio >= 0.3);
    }

    private double bareCopy() throws Exception {
        execute("drop table if exists bare_unit");
        execute("create table bare_unit (like organisation.unit)");
        byte[] rows;
        try (var connection = database.getConnection()) {
            var copied = new ByteArrayOutputStream();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy organisation.unit to stdout", copied);
            rows = copied.toByteArray();
        }
        try (var connection = database.getConnection()) {
            long began = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare_unit from stdin", new ByteArrayInputStream(rows), 1 << 16);
            return seconds(began);
        } finally {
            execute("drop table bare_unit");
        }
    }

    private void execute(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
