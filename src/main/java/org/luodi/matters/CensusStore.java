package org.luodi.matters;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads every matter once, for a recount. */
@Repository
class CensusStore {

    private final JdbcTemplate template;

    CensusStore(JdbcTemplate template) {
        this.template = template;
    }

    /** Groups of equal matters, streamed, for a recount. */
    void census(Consumer<Matters.Census> consumer) {
        template.query(
                connection -> {
                    var statement = connection.prepareStatement("""
                            select unit, stage, category, source, raised_on, due, reopened, drive, count(*) from matters.matter
                            group by unit, stage, category, source, raised_on, due, reopened, drive
                            """);
                    statement.setFetchSize(20_000);
                    return statement;
                },
                (ResultSet row) -> consumer.accept(new Matters.Census(
                        new UnitId(row.getInt(1)),
                        MatterRows.stage(row.getString(2)),
                        row.getInt(3),
                        row.getInt(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class),
                        row.getInt(7),
                        (Integer) row.getObject(8),
                        row.getLong(9))));
    }
}
