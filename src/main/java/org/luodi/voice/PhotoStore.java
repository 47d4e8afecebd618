package org.luodi.voice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which photos belong to a report. */
@Repository
class PhotoStore {

    private final JdbcClient jdbc;

    PhotoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ReportId report, int number, long file, Instant at) {
        jdbc.sql("insert into voice.photo (report, number, file, at) values (:report, :number, :file, :at)")
                .param("report", report.value())
                .param("number", number)
                .param("file", file)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Integer> of(ReportId report) {
        return jdbc.sql("select number from voice.photo where report = :report order by number")
                .param("report", report.value())
                .query(Integer.class)
                .list();
    }

    Optional<Long> file(ReportId report, int number) {
        return jdbc.sql("select file from voice.photo where report = :report and number = :number")
                .param("report", report.value())
                .param("number", number)
                .query(Long.class)
                .optional();
    }
}
