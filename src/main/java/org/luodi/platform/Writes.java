package org.luodi.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.StatementCreatorUtils;

/**
 * Changes that go to the server together and are made in the order given, in the running transaction. Each way to the server costs as much as
 * a small statement (docs/decisions/131).
 */
public final class Writes {

    private final List<One> statements = new ArrayList<>();

    private record One(String sql, int values, Binding binding) {}

    /** Puts the values of a statement into their places. */
    public interface Binding {

        /** @param first the place of the first value */
        void bind(PreparedStatement row, int first) throws SQLException;
    }

    /** One more, with one value and its type, of {@link Types}, for each question mark; a null without a type would be planned anew each time. */
    public Writes add(String sql, Object[] values, int[] types) {
        return add(sql, values.length, (row, first) -> {
            for (int i = 0; i < values.length; i++) {
                StatementCreatorUtils.setParameterValue(row, first + i, types[i], values[i]);
            }
        });
    }

    /** One more that binds so many values by itself. */
    public Writes add(String sql, int values, Binding binding) {
        statements.add(new One(sql, values, binding));
        return this;
    }

    /** Makes them; returns how many rows each has changed. */
    public int[] send(Connection connection) throws SQLException {
        String sql = statements.stream().map(One::sql).collect(Collectors.joining("; "));
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            int first = 1;
            for (One one : statements) {
                one.binding().bind(row, first);
                first += one.values();
            }
            row.execute();
            int[] changed = new int[statements.size()];
            for (int i = 0; i < changed.length; i++) {
                changed[i] = row.getUpdateCount();
                row.getMoreResults();
            }
            return changed;
        }
    }
}
