package org.luodi.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.luodi.matters.MatterId;
import org.luodi.platform.Where;
import org.luodi.platform.ledger.Place;
import org.luodi.voice.ReportId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The order in which requests are listed, and how far the ledger was read for it. */
@Repository
class RequestStore {

    private static final String NEWEST = " order by requested_at desc, report desc limit :all";

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of the list; matter and closedAt may be null. */
    record Row(ReportId report, int category, MatterId matter, Instant requestedAt, Instant closedAt) {}

    /** The newest first, by an index whatever is asked: each service with each status is walked on its own, and no further than is shown. */
    List<Row> list(Asked asked) {
        Where where = new Where()
                .and("requested_at >= :from", "from", asked.from().atOffset(ZoneOffset.UTC))
                .and("requested_at <= :until", "until", asked.until().atOffset(ZoneOffset.UTC));
        String sql = asked.categories().isEmpty()
                ? "select * from open311.request where "
                        + where.and("closed = :closed", "closed", asked.closed())
                                .sql() + NEWEST
                : """
                select r.* from unnest(:categories::int[]) c (category) cross join unnest(:closed::boolean[]) s (closed)
                cross join lateral (select q.* from open311.request q
                    where q.category = c.category and q.closed = s.closed and %s %s) r
                """.formatted(where.sql(), NEWEST) + NEWEST;
        Boolean[] statuses = asked.closed() == null ? new Boolean[] {false, true} : new Boolean[] {asked.closed()};
        JdbcClient.StatementSpec asking =
                jdbc.sql(sql).params(where.params()).param("all", asked.skip() + asked.limit());
        if (!asked.categories().isEmpty()) {
            asking.param("categories", asked.categories().toArray(Integer[]::new))
                    .param("closed", statuses);
        }
        return asking.query(RequestStore::row).list().stream()
                .skip(asked.skip())
                .toList();
    }

    List<Row> all(Collection<ReportId> reports) {
        return jdbc.sql(
                        "select * from open311.request where report = any(:reports) order by requested_at desc, report desc")
                .param("reports", numbers(reports))
                .query(RequestStore::row)
                .list();
    }

    void put(Row row) {
        jdbc.sql("""
                        insert into open311.request (report, category, matter, requested_at, closed_at)
                        values (:report, :category, :matter, :requestedAt, :closedAt)
                        on conflict (report) do update set category = excluded.category, matter = excluded.matter,
                            closed_at = case when excluded.closed_at is null then null
                                else coalesce(open311.request.closed_at, excluded.closed_at) end
                        """)
                .param("report", row.report().value())
                .param("category", row.category())
                .param("matter", row.matter() == null ? null : row.matter().value(), Types.BIGINT)
                .param("requestedAt", row.requestedAt().atOffset(ZoneOffset.UTC))
                .param("closedAt", time(row.closedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void remove(Collection<ReportId> reports) {
        jdbc.sql("delete from open311.request where report = any(:reports)")
                .param("reports", numbers(reports))
                .update();
    }

    /** Those of the matters that a request has become: few, where many change. */
    Set<MatterId> listed(Collection<MatterId> matters) {
        return Set.copyOf(jdbc.sql("select distinct matter from open311.request where matter = any(:matters)")
                .param("matters", matters.stream().map(MatterId::value).toArray(Long[]::new))
                .query((row, i) -> new MatterId(row.getLong(1)))
                .list());
    }

    /** The matter goes on. */
    void reopen(MatterId matter) {
        jdbc.sql("update open311.request set closed_at = null where matter = :matter and closed")
                .param("matter", matter.value())
                .update();
    }

    /** The matter has ended: at a moment, or where that is not known as was said before, or at the latest. */
    void close(MatterId matter, Instant at, Instant latest) {
        jdbc.sql("update open311.request set closed_at = coalesce(:at, closed_at, :latest) where matter = :matter")
                .param("at", time(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("latest", time(latest))
                .param("matter", matter.value())
                .update();
    }

    /** What became one matter goes on with the one that was joined to. */
    void follow(MatterId matter, MatterId other) {
        jdbc.sql("update open311.request set matter = :other where matter = :matter")
                .param("matter", matter.value())
                .param("other", other.value())
                .update();
    }

    Place lockProgress() {
        return jdbc.sql("select tx, id from open311.progress for update")
                .query((row, i) -> new Place(row.getLong(1), row.getLong(2)))
                .single();
    }

    void progress(Place place) {
        jdbc.sql("update open311.progress set tx = :tx, id = :id")
                .param("tx", place.tx())
                .param("id", place.id())
                .update();
    }

    private static Long[] numbers(Collection<ReportId> reports) {
        return reports.stream().map(ReportId::value).toArray(Long[]::new);
    }

    private static OffsetDateTime time(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Row(
                new ReportId(row.getLong("report")),
                row.getInt("category"),
                row.getObject("matter") == null ? null : new MatterId(row.getLong("matter")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant());
    }
}
