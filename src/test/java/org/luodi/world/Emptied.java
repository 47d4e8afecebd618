package org.luodi.world;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A world without matters, for tests that look at everything that waits. */
public final class Emptied {

    private Emptied() {}

    /** Takes all matters away, and what hangs on them; what the product never empties opens itself to its owner for that moment. */
    public static void matters(JdbcClient jdbc) {
        List<String> guarded = jdbc.sql(
                        "select tgrelid::regclass::text from pg_trigger where tgname = 'never_emptied' order by 1")
                .query(String.class)
                .list();
        guarded.forEach(t ->
                jdbc.sql("alter table " + t + " disable trigger never_emptied").update());
        jdbc.sql("truncate matters.matter, matters.number, evaluations.tally cascade")
                .update();
        guarded.forEach(t ->
                jdbc.sql("alter table " + t + " enable trigger never_emptied").update());
    }
}
