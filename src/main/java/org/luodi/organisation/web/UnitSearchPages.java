package org.luodi.organisation.web;

import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitSearch;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that finds a unit; with script it answers while one types. */
@Controller
class UnitSearchPages {

    private final UnitSearch search;

    UnitSearchPages(UnitSearch search) {
        this.search = search;
    }

    @GetMapping("/units/search")
    String search(@RequestParam(defaultValue = "") String q, Scope scope, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("found", search.find(q, scope));
        return "organisation/search";
    }
}
