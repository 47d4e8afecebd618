package org.luodi.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Scope;
import org.luodi.platform.Parameter;
import org.luodi.platform.Slice;
import org.luodi.platform.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of reports for offices. */
@Repository
class ReportListStore {

    private static final int EXCERPT = 120;

    /** More than the excerpt, so that a number at its end is masked as a whole. A held "me too" without words shows what it is about. */
    private static final String ROW = """
            select r.*, coalesce(
                    (select left(w.text, 160) from voice.words w where w.report = r.id order by w.number limit 1),
                    (select left(w.text, 160) from voice.words w
                        where w.report = r.echo_of and w.number = 0 and r.stage = 'checking')) as excerpt,
                (select count(*) from voice.report e where e.echo_of = r.id and e.stage in ('alongside', 'joined')) as metoo
            from voice.report r
            """;

    private final JdbcClient jdbc;

    ReportListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What lies at a unit in scope, or is answered for by one. */
    static Where inSight(Scope scope) {
        Where asked = scope.condition("asked_position", "asked_industry_position");
        Where receiver = scope.condition("receiver_position", "receiver_industry_position");
        return new Where().and("(" + asked.sql() + ") or (" + receiver.sql() + ")");
    }

    static Written masked(Written written) {
        return new Written(PersonalData.masked(written.text()), written.at());
    }

    /** Open ones, the most urgent first. */
    Slice<ReportRow> urgent(Where where, Reports.Slot slot) {
        if (slot.cursor() != null) {
            Key key = Key.read(slot.cursor());
            where.and("(due, id) > (:day, :id)", "day", key.due()).with("id", key.id());
        }
        List<ReportRow> rows = jdbc.sql(ROW + "where open and %s order by due, id limit :limit".formatted(where.sql()))
                .params(where.params())
                .param("limit", slot.limit() + 1)
                .query(ReportListStore::row)
                .list();
        return Slice.of(rows, slot.limit(), r -> Key.of(r.report()).write());
    }

    /** Those that have an answer, the newest first; what goes beside another one is counted there. */
    Slice<ReportRow> newest(Where where, Reports.Slot slot) {
        where.and("id < :before", "before", slot.cursor() == null ? null : Parameter.cursor(slot.cursor()));
        List<ReportRow> rows = jdbc.sql(ROW
                        + "where not open and stage <> 'alongside' and %s order by id desc limit :limit"
                                .formatted(where.sql()))
                .params(where.params())
                .param("limit", slot.limit() + 1)
                .query(ReportListStore::row)
                .list();
        return Slice.of(rows, slot.limit(), r -> Long.toString(r.report().id().value()));
    }

    List<ReportRow> about(Collection<MatterId> matters, Scope scope, int limit) {
        String sql = ROW + """
                where matter = any(:matters) and stage in ('taken', 'joined') and (not about_handler or %s) order by id limit :limit
                """.formatted(inSight(scope).sql());
        return jdbc.sql(sql)
                .param("matters", matters.stream().map(MatterId::value).toArray(Long[]::new))
                .param("limit", limit)
                .query(ReportListStore::row)
                .list();
    }

    List<ReportRow> all(Collection<ReportId> ids, Scope scope) {
        return jdbc.sql(ROW + "where r.id = any(:ids) and " + inSight(scope).sql())
                .param("ids", ids.stream().map(ReportId::value).toArray(Long[]::new))
                .query(ReportListStore::row)
                .list();
    }

    List<ReportRow> waitingFor(Integer[] units, int limit) {
        return jdbc.sql(ROW + "where open and asked = any(:units) order by due, id limit :limit")
                .param("units", units)
                .param("limit", limit)
                .query(ReportListStore::row)
                .list();
    }

    /** Those whose day the clock minds and that was past on a day, in order of their numbers. */
    List<Report> late(LocalDate today, ReportId after, int limit) {
        return jdbc.sql("""
                        select * from voice.report
                        where stage in ('checking', 'passed-on') and due < :today and id > :after order by id limit :limit
                        """)
                .param("today", today)
                .param("after", after.value())
                .param("limit", limit)
                .query(ReportStore::report)
                .list();
    }

    /** Those whose unit has let its day pass, and has not been told so, in order of their numbers. */
    List<Report> overdue(LocalDate today, ReportId after, int limit) {
        return jdbc.sql("""
                        select * from voice.report
                        where open and stage in ('received', 'disputed') and due < :today and rung is distinct from due
                            and id > :after order by id limit :limit
                        """)
                .param("today", today)
                .param("after", after.value())
                .param("limit", limit)
                .query(ReportStore::report)
                .list();
    }

    private static ReportRow row(ResultSet row, int index) throws SQLException {
        String masked = PersonalData.masked(row.getString("excerpt"));
        String excerpt = masked.length() <= EXCERPT ? masked : masked.substring(0, EXCERPT) + "…";
        return new ReportRow(ReportStore.report(row, index), excerpt, row.getInt("metoo"));
    }

    /** The last row's place in the list of what waits. */
    private record Key(LocalDate due, long id) {

        static Key of(Report report) {
            return new Key(report.due(), report.id().value());
        }

        String write() {
            return due + "_" + id;
        }

        static Key read(String cursor) {
            String[] parts = cursor.split("_");
            try {
                return new Key(Parameter.day(parts[0]), Long.parseLong(parts[1]));
            } catch (RuntimeException e) {
                throw Parameter.badCursor(cursor);
            }
        }
    }
}
