package org.luodi.voice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Placement;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contacts, sealed; nothing that leaves here is readable without the key. */
@Repository
class ContactStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ContactStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A sealed contact; cipher and key are null once it is erased. */
    record Sealed(ReportId report, String kind, byte[] cipher, byte[] key, boolean circle) {}

    void insert(Sealed contact, Placement place) {
        jdbc.sql("""
                        insert into voice.contact (report, kind, cipher, key, circle, place, position)
                        values (:report, :kind, :cipher, :key, :circle, :place, :position)
                        """)
                .param("report", contact.report().value())
                .param("kind", contact.kind())
                .param("cipher", contact.cipher())
                .param("key", contact.key())
                .param("circle", contact.circle())
                .param("place", place.unit().value())
                .param("position", place.at().territorial())
                .update();
    }

    Optional<Sealed> find(ReportId report) {
        return jdbc.sql("select kind, cipher, key, circle from voice.contact where report = :report")
                .param("report", report.value())
                .query((row, i) -> new Sealed(
                        report,
                        row.getString("kind"),
                        row.getBytes("cipher"),
                        row.getBytes("key"),
                        row.getBoolean("circle")))
                .optional();
    }

    /** Takes the contact away for good; false where there was none. */
    boolean erase(ReportId report) {
        return jdbc.sql("""
                                update voice.contact set cipher = null, key = null, circle = false
                                where report = :report and cipher is not null
                                """).param("report", report.value()).update() == 1;
    }

    /** Those who have agreed to be asked about the units of a subtree, each contact once. */
    List<Circle> circle(Interval subtree) {
        return jdbc.sql("""
                        select distinct on (key) report, kind, key from voice.contact
                        where circle and cipher is not null and %s order by key, report
                        """.formatted(subtree.condition("position")))
                .query((row, i) ->
                        new Circle(new ReportId(row.getLong("report")), row.getString("kind"), row.getBytes("key")))
                .list();
    }

    /** Another unit stands where one has ended. */
    void handOver(UnitId from, Placement heir) {
        jdbc.sql("update voice.contact set place = :place, position = :position where place = :from")
                .param("place", heir.unit().value())
                .param("position", heir.at().territorial())
                .param("from", from.value())
                .update();
    }

    void reposition(int[] units, Long[] positions) {
        template.update("""
                update voice.contact c set position = n.position from unnest(?::int[], ?::bigint[]) as n (unit, position)
                where c.place = n.unit
                """, Arrays.stream(units).boxed().toArray(Integer[]::new), positions);
    }
}
