package org.luodi.voice;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports that anybody may read, by their numbers. */
@Repository
class PublishedStore {

    /** What an office took up, or said to be no spam. */
    private static final String READABLE = """
            select r.*, w.text, w.at from voice.report r join voice.words w on w.report = r.id and w.number = 0
            where r.id = any(:ids) and r.echo_of is null and not r.about_handler
                and (r.stage in ('taken', 'joined') or r.stage in ('received', 'passed-on', 'disputed') and exists (
                    select 1 from voice.step s where s.report = r.id and s.verb = 'released'))
            """;

    private final JdbcClient jdbc;

    PublishedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Published.Open> all(Collection<ReportId> ids) {
        return jdbc.sql(READABLE)
                .param("ids", ids.stream().map(ReportId::value).toArray(Long[]::new))
                .query((row, i) -> new Published.Open(
                        ReportStore.report(row, i),
                        row.getString("text"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<ReportId> byCodes(Collection<String> codes) {
        return jdbc.sql("select id from voice.report where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query((row, i) -> new ReportId(row.getLong("id")))
                .list();
    }
}
