package org.luodi.voice;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luodi.matters.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who said the same: reports beside a report, and all that a matter concerns. */
@Repository
class EchoStore {

    private final JdbcClient jdbc;

    EchoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that said "me too" to a report and stand beside it, held until the transaction ends, the oldest first. */
    List<Report> alongside(ReportId id) {
        return jdbc.sql("select * from voice.report where echo_of = :id and stage = 'alongside' order by id for update")
                .param("id", id.value())
                .query(ReportStore::report)
                .list();
    }

    /** Those that say the same as one that is gone say the same as another from now on, the held ones among them. */
    void beside(ReportId gone, ReportId other) {
        jdbc.sql(
                        "update voice.report set echo_of = :other where echo_of = :gone and stage in ('alongside', 'checking')")
                .param("other", other.value())
                .param("gone", gone.value())
                .update();
    }

    /** How many said "me too" to each of these reports. */
    Map<ReportId, Integer> echoes(Collection<ReportId> ids) {
        Map<ReportId, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select echo_of, count(*) from voice.report
                        where echo_of = any(:ids) and stage in ('alongside', 'joined') group by echo_of
                        """)
                .param("ids", ids.stream().map(ReportId::value).toArray(Long[]::new))
                .query(row -> {
                    counts.put(new ReportId(row.getLong(1)), row.getInt(2));
                });
        return counts;
    }

    /** What those wrote who said "me too" to a report, the oldest first. */
    List<Written> words(ReportId id, int limit) {
        return jdbc.sql("""
                        select w.text, w.at from voice.report r join voice.words w on w.report = r.id
                        where r.echo_of = :id and r.stage in ('alongside', 'joined') order by w.at limit :limit
                        """)
                .param("id", id.value())
                .param("limit", limit)
                .query((row, i) -> new Written(
                        row.getString("text"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** How many reports matters have, and how many of them say "me too". */
    Reports.Count count(Collection<MatterId> matters) {
        return jdbc.sql("""
                        select count(*) filter (where echo_of is null) as reports, count(echo_of) as metoo
                        from voice.report where matter = any(:matters) and stage in ('taken', 'joined')
                        """)
                .param("matters", numbers(matters))
                .query((row, i) -> new Reports.Count(row.getInt("reports"), row.getInt("metoo")))
                .single();
    }

    /** Whom matters concern, with the keys of their contacts; those who withdrew are left out. */
    List<Voice> of(Collection<MatterId> matters) {
        return jdbc.sql("""
                        select r.id, r.echo_of, c.key from voice.report r left join voice.contact c on c.report = r.id
                        where r.matter = any(:matters) and r.stage in ('taken', 'joined') order by r.id
                        """)
                .param("matters", numbers(matters))
                .query((row, i) -> new Voice(
                        new ReportId(row.getLong("id")), row.getObject("echo_of") != null, row.getBytes("key")))
                .list();
    }

    private static Long[] numbers(Collection<MatterId> matters) {
        return matters.stream().map(MatterId::value).toArray(Long[]::new);
    }
}
