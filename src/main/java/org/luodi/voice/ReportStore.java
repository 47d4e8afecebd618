package org.luodi.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The state of each report. */
@Repository
class ReportStore {

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A report and the version of the tree that its positions belong to. */
    record Placed(Report report, long treeVersion) {}

    /** What a receipt opens. */
    record Lock(ReportId id, byte[] secret) {}

    Optional<Placed> placed(ReportId id) {
        return jdbc.sql("select r.*, organisation.tree_version() as tree_version from voice.report r where r.id = :id")
                .param("id", id.value())
                .query((row, i) -> new Placed(report(row, i), row.getLong("tree_version")))
                .optional();
    }

    Optional<Report> find(ReportId id) {
        return jdbc.sql("select * from voice.report where id = :id")
                .param("id", id.value())
                .query(ReportStore::report)
                .optional();
    }

    /** The same, held until the transaction ends. */
    Optional<Report> hold(ReportId id) {
        return jdbc.sql("select * from voice.report where id = :id for update")
                .param("id", id.value())
                .query(ReportStore::report)
                .optional();
    }

    Optional<Lock> lock(String code) {
        return jdbc.sql("select id, secret from voice.report where code = :code")
                .param("code", code)
                .query((row, i) -> new Lock(new ReportId(row.getLong("id")), row.getBytes("secret")))
                .optional();
    }

    /** A new report with its words in one statement; empty where its code is there already. The number of the report is ignored. */
    Optional<ReportId> insert(Report report, byte[] secret, String words) {
        return jdbc.sql("""
                        with r as (
                            insert into voice.report (code, secret, stage, place, receiver, receiver_position,
                                receiver_industry_position, asked, asked_position, asked_industry_position, category, latitude,
                                longitude, way, taken_by, about_handler, deed, echo_of, matter, received_on, asked_on, due,
                                changed_by, changed_at)
                            values (:code, :secret, :stage, :place, :receiver, :receiverT, :receiverI, :asked, :askedT, :askedI,
                                :category, :latitude, :longitude, :way, :takenBy, :about, :deed, :echo, :matter, :receivedOn,
                                :askedOn, :due, :by, :at)
                            on conflict (code) do nothing returning id),
                        w as (insert into voice.words (report, number, text, at)
                              select id, 0, :words, :at from r where :words::text is not null)
                        select id from r
                        """)
                .params(moving(report))
                .params(standing(report))
                .param("secret", secret)
                .param("words", words)
                .query((row, i) -> new ReportId(row.getLong("id")))
                .optional();
    }

    /** Writes the new state over the old one; false where somebody else was faster. */
    boolean update(Report old, Report now) {
        return jdbc.sql("""
                                update voice.report
                                set stage = :stage, receiver = :receiver, receiver_position = :receiverT,
                                    receiver_industry_position = :receiverI, asked = :asked, asked_position = :askedT,
                                    asked_industry_position = :askedI, category = :category, doubted = :doubted, echo_of = :echo,
                                    matter = :matter, hand_backs = :handBacks, bound = :bound, suspected_by = :suspectedBy,
                                    asked_on = :askedOn, due = :due, version = version + 1, changed_by = :by, changed_at = :at
                                where id = :id and stage = :was and version = :version
                                """)
                        .params(moving(now))
                        .param("doubted", now.doubted())
                        .param("handBacks", now.handBacks())
                        .param("bound", now.bound())
                        .param("suspectedBy", now.suspectedBy())
                        .param("id", old.id().value())
                        .param("was", old.stage().word())
                        .param("version", old.version())
                        .update()
                == 1;
    }

    /** Remembers that the unit asked was told that its day has passed. */
    void rung(Report report) {
        jdbc.sql("update voice.report set rung = due where id = :id")
                .param("id", report.id().value())
                .update();
    }

    /** What stays as it came in. */
    private static Map<String, Object> standing(Report r) {
        Map<String, Object> values = new HashMap<>();
        values.put("code", r.code());
        values.put("place", r.place().value());
        values.put("latitude", r.point() == null ? null : r.point().latitude());
        values.put("longitude", r.point() == null ? null : r.point().longitude());
        values.put("way", r.way().word());
        values.put("takenBy", r.takenBy());
        values.put("about", r.aboutHandler());
        values.put("deed", r.deed());
        values.put("receivedOn", r.receivedOn());
        return values;
    }

    /** What moves, by the names of the statements' parameters; null where there is nothing. */
    private static Map<String, Object> moving(Report r) {
        Map<String, Object> values = new HashMap<>();
        values.put("stage", r.stage().word());
        values.put("receiver", r.receiver().value());
        values.put("receiverT", r.receiverAt().territorial());
        values.put("receiverI", r.receiverAt().industry());
        values.put("asked", r.asked().value());
        values.put("askedT", r.askedAt().territorial());
        values.put("askedI", r.askedAt().industry());
        values.put("category", r.category());
        values.put("echo", r.echoOf() == null ? null : r.echoOf().value());
        values.put("matter", r.matter() == null ? null : r.matter().value());
        values.put("askedOn", r.askedOn());
        values.put("due", r.due());
        values.put("by", r.changedBy());
        values.put("at", r.changedAt().atOffset(ZoneOffset.UTC));
        return values;
    }

    static Report report(ResultSet row, int index) throws SQLException {
        Double latitude = (Double) row.getObject("latitude");
        return new Report(
                new ReportId(row.getLong("id")),
                row.getString("code"),
                Stage.of(row.getString("stage")),
                new UnitId(row.getInt("place")),
                new UnitId(row.getInt("receiver")),
                new Position(row.getLong("receiver_position"), (Long) row.getObject("receiver_industry_position")),
                new UnitId(row.getInt("asked")),
                new Position(row.getLong("asked_position"), (Long) row.getObject("asked_industry_position")),
                (Integer) row.getObject("category"),
                (Integer) row.getObject("doubted"),
                latitude == null ? null : new Point(latitude, row.getDouble("longitude")),
                Way.of(row.getString("way")).orElseThrow(),
                (Long) row.getObject("taken_by"),
                row.getBoolean("about_handler"),
                row.getBoolean("deed"),
                row.getObject("echo_of") == null ? null : new ReportId(row.getLong("echo_of")),
                row.getObject("matter") == null ? null : new MatterId(row.getLong("matter")),
                row.getInt("hand_backs"),
                row.getBoolean("bound"),
                (Long) row.getObject("suspected_by"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getInt("version"),
                row.getLong("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
