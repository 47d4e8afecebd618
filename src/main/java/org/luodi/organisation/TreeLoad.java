package org.luodi.organisation;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * The first load of an empty tree: intervals are computed in plain arrays, rows go straight into the table by COPY, and
 * indexes are built once at the end.
 */
@Component
class TreeLoad {

    private static final int BUFFER = 1 << 16;
    private static final String COPY =
            "copy organisation.unit (id, code, name, class, level, superior, position, position_end, industry_superior, industry_position, industry_position_end, gaps) from stdin with (freeze)";

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

    /** Loads rows whose superiors come before them; returns how many. Unknown superiors, doubled codes and a tree that has units are refused. */
    int load(Iterator<UnitRow> source, IntPredicate held) {
        if (!possible()) {
            throw new IllegalStateException("units stand already; only an empty tree is loaded whole");
        }
        UnitLines lines = UnitLines.read(source, held);
        bare("organisation.unit", () -> copy(lines));
        jdbc.execute("alter table organisation.unit alter column id restart with " + (lines.size() + 1));
        return lines.size();
    }

    private void copy(UnitLines lines) {
        Connection connection = DataSourceUtils.getConnection(database);
        try (OutputStream out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY, BUFFER)) {
            lines.writeTo(out);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    /** How to take something off and how to put it back. */
    private record Piece(String off, String on) {}

    /**
     * Takes every constraint and every index of all rows off a table for one large load and puts the same ones back, those
     * of other tables that point here included. Checks come back for later rows only: the loader has made sure of its own.
     */
    private void bare(String table, Runnable load) {
        List<Piece> pieces = pieces(table);
        pieces.forEach(piece -> jdbc.execute(piece.off()));
        // Rows of a table emptied in the same transaction need not be looked at again by the vacuum.
        jdbc.execute("truncate " + table);
        load.run();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            jdbc.execute(pieces.get(i).on());
        }
        // A sample a third as large as usual; the vacuum takes its own later.
        jdbc.execute("set local default_statistics_target = 30; analyze " + table);
    }

    /** Those that depend on others come first. */
    private List<Piece> pieces(String table) {
        return jdbc.query(
                """
                select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
                       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                           || case when contype = 'c' and convalidated then ' not valid' else '' end as on_,
                       position(contype::text in 'fcup') as turn, conname as name
                from pg_constraint
                where (conrelid = ?1::regclass and contype in ('c', 'u', 'p')) or confrelid = ?1::regclass
                union all
                select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), 5, c.relname
                from pg_index i join pg_class c on c.oid = i.indexrelid
                where i.indrelid = ?1::regclass and i.indpred is null and not exists (select 1 from pg_constraint where conindid = i.indexrelid)
                order by turn, name
                """.replace("?1", "'" + table + "'"), (row, i) -> new Piece(row.getString(1), row.getString(2)));
    }
}
