package org.luodi.organisation;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * The first load of an empty tree: intervals are computed in plain arrays, rows go straight into the table by COPY, and
 * indexes are built once at the end.
 */
@Component
class TreeLoad {

    private static final int CHUNK = 1 << 20;
    /** The primary key stays: others refer to it, and numbers that grow fill it cheaply. */
    private static final List<String> DROP = List.of(
            "alter table organisation.unit drop constraint unit_code",
            "drop index organisation.unit_position, organisation.unit_superior, organisation.unit_industry_position",
            "drop index organisation.unit_industry_superior, organisation.unit_gaps");

    private static final List<String> BUILD = List.of(
            "alter table organisation.unit add constraint unit_code unique (code)",
            "create index unit_position on organisation.unit (position)",
            "create index unit_superior on organisation.unit (superior, position)",
            "create index unit_industry_position on organisation.unit (industry_position) where industry_position is not null",
            "create index unit_industry_superior on organisation.unit (industry_superior, industry_position) where industry_superior is not null",
            "create index unit_gaps on organisation.unit (position) where gaps <> 0 and closed_on is null",
            "analyze organisation.unit");

    private final DataSource database;
    private final JdbcTemplate jdbc;

    TreeLoad(DataSource database, JdbcTemplate jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    boolean possible() {
        return Boolean.FALSE.equals(
                jdbc.queryForObject("select exists (select 1 from organisation.unit)", Boolean.class));
    }

    /** Rows as they were read, with the index of each superior. */
    private static final class Rows {

        String[] codes = new String[1 << 16];
        String[] names = new String[1 << 16];
        String[] kinds = new String[1 << 16];
        int[] superiors = new int[1 << 16];
        int[] industry = new int[1 << 16];
        int size;

        void grow() {
            int more = size * 2;
            codes = Arrays.copyOf(codes, more);
            names = Arrays.copyOf(names, more);
            kinds = Arrays.copyOf(kinds, more);
            superiors = Arrays.copyOf(superiors, more);
            industry = Arrays.copyOf(industry, more);
        }
    }

    /** Loads rows whose superiors come before them; returns how many. Unknown superiors and doubled codes are refused. */
    int load(Iterator<UnitRow> source, IntPredicate held) {
        Rows rows = read(source);
        Preorder territorial = Preorder.of(Arrays.copyOf(rows.superiors, rows.size));
        Sparse industry = Sparse.of(rows, held);
        DROP.forEach(jdbc::execute);
        copy(rows, territorial, industry);
        jdbc.execute("alter table organisation.unit alter column id restart with " + (rows.size + 1));
        BUILD.forEach(jdbc::execute);
        return rows.size;
    }

    private static Rows read(Iterator<UnitRow> source) {
        Rows rows = new Rows();
        Map<String, Integer> index = new HashMap<>(1 << 20);
        Map<String, String> kinds = new HashMap<>();
        while (source.hasNext()) {
            UnitRow row = source.next();
            if (rows.size == rows.codes.length) {
                rows.grow();
            }
            UnitChecks.check(row);
            UnitChecks.unique(row, index.put(row.code(), rows.size));
            rows.codes[rows.size] = row.code();
            rows.names[rows.size] = row.name();
            rows.kinds[rows.size] = kinds.computeIfAbsent(kind(row), k -> k);
            rows.superiors[rows.size] = UnitChecks.superior(row, index);
            rows.industry[rows.size] = UnitChecks.industry(row, index);
            rows.size++;
        }
        return rows;
    }

    private static String kind(UnitRow row) {
        String unitClass = row.unitClass().isEmpty() ? UnitClasses.ofLevel(row.level()) : row.unitClass();
        return unitClass + "\t" + row.level();
    }

    private void copy(Rows rows, Preorder territorial, Sparse industry) {
        StringBuilder chunk = new StringBuilder(CHUNK + 512);
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            for (int i = 0; i < rows.size; i++) {
                append(chunk, rows, territorial, i);
                industry.append(chunk, rows, i);
                if (chunk.length() >= CHUNK || i == rows.size - 1) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "copy organisation.unit (id, code, name, class, level, superior, position, position_end, industry_superior, industry_position, industry_position_end, gaps) from stdin",
                                    new StringReader(chunk.toString()));
                    chunk.setLength(0);
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private static void append(StringBuilder chunk, Rows rows, Preorder territorial, int i) {
        int superior = rows.superiors[i];
        chunk.append(i + 1).append('\t').append(rows.codes[i]).append('\t');
        chunk.append(rows.names[i].replace("\\", "\\\\"))
                .append('\t')
                .append(rows.kinds[i])
                .append('\t');
        chunk.append(superior == Preorder.NONE ? "\\N" : Integer.toString(superior + 1))
                .append('\t');
        chunk.append(territorial.from(i)).append('\t').append(territorial.to(i)).append('\t');
    }

    /** Positions on the industry line, which few units are on. */
    private record Sparse(int[] place, Preorder layout, IntPredicate held) {

        static Sparse of(Rows rows, IntPredicate held) {
            int[] place = new int[rows.size];
            int count = 0;
            for (int i = 0; i < rows.size; i++) {
                place[i] = rows.industry[i] == Preorder.NONE ? Preorder.NONE : count++;
            }
            int[] superiors = new int[count];
            for (int i = 0; i < rows.size; i++) {
                if (place[i] != Preorder.NONE) {
                    superiors[place[i]] = rows.industry[i] == i ? Preorder.NONE : place[rows.industry[i]];
                }
            }
            return new Sparse(place, Preorder.of(superiors), held);
        }

        void append(StringBuilder chunk, Rows rows, int i) {
            int at = place[i];
            boolean needed =
                    UnitClasses.WITH_INDUSTRY.contains(rows.kinds[i].substring(0, rows.kinds[i].indexOf('\t')));
            if (at == Preorder.NONE) {
                int gaps = post(i) | (needed ? Gaps.NO_INDUSTRY_SUPERIOR : 0);
                chunk.append("\\N\t\\N\t\\N\t").append(gaps).append('\n');
                return;
            }
            boolean head = rows.industry[i] == i;
            chunk.append(head ? "\\N" : Integer.toString(rows.industry[i] + 1)).append('\t');
            chunk.append(layout.from(at)).append('\t').append(layout.to(at)).append('\t');
            chunk.append(post(i)).append('\n');
        }

        private int post(int i) {
            return held.test(i + 1) ? 0 : Gaps.NO_POST;
        }
    }
}
