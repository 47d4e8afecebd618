package org.luodi.claims;

import java.time.LocalDate;
import java.util.List;
import org.luodi.platform.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who decides what: one row for each category, lever, level and class of a deciding unit. */
@Repository
class CatalogueStore {

    private final JdbcClient jdbc;

    CatalogueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts one decision; a refusal that does not stand is taken back.
     *
     * @param basis null keeps the one that stands
     */
    void count(Catalogue.Row decided) {
        jdbc.sql("""
                        insert into claims.catalogue (category, lever, level, unit_class, claimed, refused, last_on, last_claim, last_basis)
                        values (:category, :lever, :level, :unitClass, greatest(:claimed, 0), greatest(:refused, 0), :day, :claim, :basis)
                        on conflict (category, lever, level, unit_class) do update set
                            claimed = greatest(catalogue.claimed + :claimed, 0), refused = greatest(catalogue.refused + :refused, 0),
                            last_on = excluded.last_on, last_claim = excluded.last_claim,
                            last_basis = coalesce(excluded.last_basis, catalogue.last_basis)
                        """)
                .param("category", decided.category())
                .param("lever", decided.lever().word())
                .param("level", decided.level())
                .param("unitClass", decided.unitClass())
                .param("claimed", decided.claimed())
                .param("refused", decided.refused())
                .param("day", decided.lastOn())
                .param("claim", decided.lastClaim().value())
                .param("basis", decided.lastBasis())
                .update();
    }

    List<Catalogue.Row> rows(Where where) {
        return jdbc.sql("""
                        select * from claims.catalogue where %s
                        order by category, lever, claimed desc, refused desc, level, unit_class
                        """.formatted(where.sql()))
                .params(where.params())
                .query((row, i) -> new Catalogue.Row(
                        row.getInt("category"),
                        Lever.of(row.getString("lever")).orElseThrow(),
                        row.getString("level"),
                        row.getString("unit_class"),
                        row.getInt("claimed"),
                        row.getInt("refused"),
                        row.getObject("last_on", LocalDate.class),
                        new ClaimId(row.getLong("last_claim")),
                        row.getString("last_basis")))
                .list();
    }
}
