package org.luodi.claims.web;

import java.time.LocalDate;
import org.luodi.claims.Catalogue;

/** A row of the catalogue of who decides what as the API shows it. */
record CatalogueJson(
        int category,
        String lever,
        String level,
        String unitClass,
        int claimed,
        int refused,
        LocalDate last,
        String basis) {

    static CatalogueJson of(Catalogue.Row row) {
        return new CatalogueJson(
                row.category(),
                row.lever().word(),
                row.level(),
                row.unitClass(),
                row.claimed(),
                row.refused(),
                row.lastOn(),
                row.lastBasis());
    }
}
