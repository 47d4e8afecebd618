package org.luodi.voice;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who looked at a contact, and why: written once, never changed. */
@Repository
class LookStore {

    private final JdbcClient jdbc;

    LookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int insert(ReportId report, Contacts.Look look) {
        return jdbc.sql("""
                        insert into voice.look (report, number, by, reason, at)
                        select :report, coalesce(max(number), 0) + 1, :by, :reason, :at from voice.look where report = :report
                        returning number
                        """)
                .param("report", report.value())
                .param("by", look.by())
                .param("reason", look.reason())
                .param("at", look.at().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    List<Contacts.Look> of(ReportId report) {
        return jdbc.sql("select by, reason, at from voice.look where report = :report order by number desc")
                .param("report", report.value())
                .query((row, i) -> new Contacts.Look(
                        row.getLong("by"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
