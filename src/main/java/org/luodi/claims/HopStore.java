package org.luodi.claims;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.organisation.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of each claim, with what was said. */
@Repository
class HopStore {

    private final JdbcClient jdbc;

    HopStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ClaimId claim, Hop hop) {
        jdbc.sql("""
                        insert into claims.hop (claim, version, verb, from_unit, to_unit, ground, words, stays, by, at)
                        values (:claim, :version, :verb, :from, :to, :ground, :words, :stays, :by, :at)
                        """)
                .param("claim", claim.value())
                .param("version", hop.version())
                .param("verb", hop.verb().past())
                .param("from", hop.from().value())
                .param("to", hop.to() == null ? null : hop.to().value(), Types.INTEGER)
                .param("ground", hop.ground() == null ? null : hop.ground().word())
                .param("words", hop.words())
                .param("stays", hop.stays())
                .param("by", hop.by())
                .param("at", hop.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The way of a claim, newest first. */
    List<Hop> of(ClaimId claim) {
        return jdbc.sql("select * from claims.hop where claim = :claim order by version desc")
                .param("claim", claim.value())
                .query((row, i) -> new Hop(
                        row.getInt("version"),
                        Verb.ofPast(row.getString("verb")),
                        new UnitId(row.getInt("from_unit")),
                        row.getObject("to_unit") == null ? null : new UnitId(row.getInt("to_unit")),
                        Optional.ofNullable(row.getString("ground"))
                                .flatMap(Ground::of)
                                .orElse(null),
                        row.getString("words"),
                        row.getString("stays"),
                        row.getLong("by"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
