package org.luodi.overview;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** COPY into a table on the running transaction's connection, a chunk at a time, so that the source may read from the same one. */
@Component
class CopyIn {

    private static final int CHUNK = 1 << 20;

    private final DataSource database;

    CopyIn(DataSource database) {
        this.database = database;
    }

    /** Hands lines to the sink. */
    interface Source {
        void writeTo(Sink sink);
    }

    /** Takes one row, its columns parted by tabs, {@code \N} for null. */
    interface Sink {
        void line(String row);
    }

    void rows(String sql, Source source) {
        StringBuilder chunk = new StringBuilder(CHUNK + 256);
        source.writeTo(row -> {
            chunk.append(row).append('\n');
            if (chunk.length() >= CHUNK) {
                copy(sql, chunk);
            }
        });
        copy(sql, chunk);
    }

    private void copy(String sql, StringBuilder chunk) {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(chunk.toString()));
            chunk.setLength(0);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
