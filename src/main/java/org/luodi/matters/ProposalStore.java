package org.luodi.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for a second person: not to take a matter on, or to correct one that has ended, with what stood and what is to stand. */
@Repository
class ProposalStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ProposalStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void propose(Matter matter, List<Corrections.Part> parts) {
        end(matter.id(), matter.changedAt(), null);
        jdbc.sql("insert into matters.correction (matter, version, by, at) values (:matter, :version, :by, :at)")
                .param("matter", matter.id().value())
                .param("version", matter.version())
                .param("by", matter.changedBy())
                .param("at", time(matter.changedAt()))
                .update();
        template.batchUpdate(
                "insert into matters.correction_part (matter, version, name, old, now) values (?, ?, ?, ?, ?)",
                parts,
                parts.size(),
                (row, part) -> {
                    row.setLong(1, matter.id().value());
                    row.setInt(2, matter.version());
                    row.setString(3, part.name());
                    row.setString(4, part.old());
                    row.setString(5, part.now());
                });
    }

    /** Ends what waits; made: the version that a second person made of it, or null. */
    void end(MatterId id, Instant at, Integer made) {
        jdbc.sql("""
                        update matters.correction set ended_at = :at, made = :made
                        where matter = :matter and ended_at is null
                        """)
                .param("at", time(at))
                .param("made", made)
                .param("matter", id.value())
                .update();
    }

    void proposeExclusion(Matter matter, Acting acting) {
        endExclusion(matter, acting.at());
        jdbc.sql("insert into matters.exclusion (matter, version, by, at) values (:matter, :version, :by, :at)")
                .param("matter", matter.id().value())
                .param("version", matter.version())
                .param("by", acting.scope().actor().id())
                .param("at", time(acting.at()))
                .update();
    }

    /** Whatever happens to the matter next, an earlier proposal has been answered by it. */
    void endExclusion(Matter matter, Instant at) {
        jdbc.sql("update matters.exclusion set ended_at = :at where matter = :matter and ended_at is null")
                .param("matter", matter.id().value())
                .param("at", time(at))
                .update();
    }

    /** All of a matter, the newest first. */
    List<Corrections.Correction> of(MatterId id) {
        Map<Integer, Corrections.Correction> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select c.version, c.made, c.by, c.ended_at, p.name, p.old, p.now
                        from matters.correction c join matters.correction_part p using (matter, version)
                        where c.matter = :matter order by c.version desc, p.name
                        """).param("matter", id.value()).query(row -> {
            found.computeIfAbsent(row.getInt("version"), version -> read(version, row))
                    .parts()
                    .add(new Corrections.Part(row.getString("name"), row.getString("old"), row.getString("now")));
        });
        return List.copyOf(found.values());
    }

    /** What waits for a second person; nothing where nobody proposed. */
    List<Corrections.Part> waiting(Matter matter) {
        boolean waits = !matter.stage().isOpen() && matter.traits().proposer() != null;
        return (waits ? of(matter.id()) : List.<Corrections.Correction>of())
                .stream()
                        .filter(Corrections.Correction::open)
                        .findFirst()
                        .map(Corrections.Correction::parts)
                        .orElse(List.of());
    }

    private static Corrections.Correction read(int version, ResultSet row) {
        try {
            return new Corrections.Correction(
                    version,
                    (Integer) row.getObject("made"),
                    row.getLong("by"),
                    row.getObject("ended_at") == null,
                    new ArrayList<>());
        } catch (SQLException e) {
            throw new DataRetrievalFailureException("correction", e);
        }
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
