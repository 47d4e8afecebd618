package org.luodi.organisation;

import java.sql.Array;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luodi.platform.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The refused rows of imports. */
@Repository
class RefusalStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    RefusalStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Puts these in the place of what was known of an import; a row that was refused twice keeps its first reason. */
    void replace(long number, List<TreeImport.Refused> refused) {
        jdbc.sql("delete from organisation.import_refusal where import = :import")
                .param("import", number)
                .update();
        template.batchUpdate(
                "insert into organisation.import_refusal (import, line, key, args) values (?, ?, ?, ?) on conflict do nothing",
                refused,
                1000,
                (row, one) -> {
                    Array args =
                            row.getConnection().createArrayOf("text", one.args().toArray());
                    row.setLong(1, number);
                    row.setInt(2, one.line());
                    row.setString(3, one.key());
                    row.setArray(4, args);
                });
    }

    Map<Integer, Refusal> of(long number) {
        Map<Integer, Refusal> refused = new HashMap<>();
        jdbc.sql("select line, key, args from organisation.import_refusal where import = :import")
                .param("import", number)
                .query(row -> {
                    Object[] args = (Object[]) row.getArray("args").getArray();
                    refused.put(row.getInt("line"), Refusal.of(row.getString("key"), args));
                });
        return refused;
    }
}
