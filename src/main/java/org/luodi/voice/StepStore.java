package org.luodi.voice;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of each report, and what its reporter wrote. */
@Repository("reportStepStore")
class StepStore {

    private final JdbcClient jdbc;

    StepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ReportId report, Step step) {
        jdbc.sql("""
                        insert into voice.step (report, version, verb, from_unit, to_unit, ground, words, by, at)
                        values (:report, :version, :verb, :from, :to, :ground, :words, :by, :at)
                        """)
                .param("report", report.value())
                .param("version", step.version())
                .param("verb", step.verb().past())
                .param("from", step.from() == null ? null : step.from().value(), Types.INTEGER)
                .param("to", step.to() == null ? null : step.to().value(), Types.INTEGER)
                .param("ground", step.ground() == null ? null : step.ground().word())
                .param("words", step.words())
                .param("by", step.by())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The way of a report, newest first. */
    List<Step> of(ReportId report) {
        return jdbc.sql("select * from voice.step where report = :report order by version desc")
                .param("report", report.value())
                .query((row, i) -> new Step(
                        row.getInt("version"),
                        Verb.ofPast(row.getString("verb")),
                        unit((Integer) row.getObject("from_unit")),
                        unit((Integer) row.getObject("to_unit")),
                        Optional.ofNullable(row.getString("ground"))
                                .flatMap(Ground::of)
                                .orElse(null),
                        row.getString("words"),
                        row.getLong("by"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether an account has made a step of it. */
    boolean madeBy(ReportId report, long account) {
        return jdbc.sql("select exists (select 1 from voice.step where report = :report and by = :account)")
                .param("report", report.value())
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** What the reporter wrote, the report first. */
    List<Written> words(ReportId report) {
        return jdbc.sql("select text, at from voice.words where report = :report order by number")
                .param("report", report.value())
                .query((row, i) -> new Written(
                        row.getString("text"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void add(ReportId report, String text, Instant at) {
        jdbc.sql("""
                        insert into voice.words (report, number, text, at)
                        select :report, coalesce(max(number), -1) + 1, :text, :at from voice.words where report = :report
                        """)
                .param("report", report.value())
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static UnitId unit(Integer number) {
        return number == null ? null : new UnitId(number);
    }
}
