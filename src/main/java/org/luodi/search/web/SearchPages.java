package org.luodi.search.web;

import org.luodi.organisation.Scope;
import org.luodi.search.UnitSearch;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that finds a unit; with script it answers while one types. */
@Controller
class SearchPages {

    private final UnitSearch search;

    SearchPages(UnitSearch search) {
        this.search = search;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Scope scope, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("found", search.find(q, scope));
        return "search/find";
    }
}
