package org.luodi.search.web;

import java.time.LocalDate;
import java.util.List;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.search.UnitSearch;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds units as JSON. */
@RestController
class SearchApi {

    private final UnitSearch search;

    SearchApi(UnitSearch search) {
        this.search = search;
    }

    record FoundUnit(
            int id,
            String code,
            String name,
            String unitClass,
            String level,
            LocalDate closedOn,
            List<String> superiors) {}

    /** @param building percent of the index that is made, where the answer had to do without it; otherwise null */
    record FoundUnits(List<FoundUnit> rows, boolean more, Integer building) {}

    @GetMapping("/api/search")
    FoundUnits search(@RequestParam String q, Scope scope) {
        UnitSearch.Found found = search.find(q, scope);
        return new FoundUnits(found.hits().stream().map(SearchApi::row).toList(), found.more(), found.percent());
    }

    private static FoundUnit row(UnitSearch.Hit hit) {
        Unit unit = hit.unit();
        return new FoundUnit(
                unit.id().value(),
                unit.code(),
                unit.name(),
                unit.unitClass(),
                unit.level(),
                unit.closedOn(),
                hit.superiors());
    }
}
