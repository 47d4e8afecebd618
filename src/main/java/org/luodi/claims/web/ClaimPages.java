package org.luodi.claims.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.luodi.claims.Catalogue;
import org.luodi.claims.Claim;
import org.luodi.claims.ClaimId;
import org.luodi.claims.ClaimMoves;
import org.luodi.claims.Claims;
import org.luodi.claims.Lever;
import org.luodi.organisation.Scope;
import org.luodi.platform.Parameter;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Nav;
import org.luodi.programme.Programmes;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of claims, the page of one, the table of moves and the catalogue of who decides what. */
@Controller
class ClaimPages {

    private static final int ROWS = 50;

    private final Claims claims;
    private final Catalogue catalogue;
    private final Looking looking;
    private final Programmes programmes;

    ClaimPages(Claims claims, Catalogue catalogue, Looking looking, Programmes programmes) {
        this.claims = claims;
        this.catalogue = catalogue;
        this.looking = looking;
        this.programmes = programmes;
    }

    /** Its place in the navigation. */
    @Bean
    static Nav claimsNav() {
        return new Nav(22, "/claims", "claims.nav");
    }

    @GetMapping("/claims")
    String list(
            @RequestParam(required = false) String box,
            @RequestParam(defaultValue = "false") boolean below,
            @RequestParam(required = false) String cursor,
            Scope scope,
            Model model) {
        Claims.Box wanted = box(box);
        Slice<Claim> slice = claims.list(wanted, !below, scope, new Claims.Slot(cursor, ROWS));
        model.addAttribute(
                "page",
                new ClaimListPage(
                        wanted,
                        !below,
                        slice,
                        looking.titles(slice.rows()),
                        looking.names(slice.rows().stream(), List.of()),
                        programmes.current(),
                        looking.today(),
                        cursor != null));
        return "claims/list";
    }

    @GetMapping("/claims/{id}")
    String one(@PathVariable long id, @RequestParam(required = false) String cursor, Scope scope, Model model) {
        model.addAttribute("page", looking.page(new ClaimId(id), scope, cursor));
        return "claims/one";
    }

    /** All moves, printed from the table that decides them. */
    @GetMapping("/claims/moves")
    String moves(Model model) {
        model.addAttribute("moves", ClaimMoves.ALL);
        model.addAttribute("programme", programmes.current());
        return "claims/moves";
    }

    @GetMapping("/claims/catalogue")
    String catalogue(
            @RequestParam(required = false) Integer category,
            @RequestParam(required = false) String lever,
            Model model) {
        model.addAttribute("rows", catalogue.rows(category, lever(lever)));
        model.addAttribute("category", category);
        model.addAttribute("lever", lever);
        model.addAttribute("programme", programmes.current());
        return "claims/catalogue";
    }

    /** The list that is meant; what waits where none is named. */
    static Claims.Box box(String word) {
        if (word == null || word.isBlank()) {
            return Claims.Box.ANSWER;
        }
        return Stream.of(Claims.Box.values())
                .filter(b -> ClaimListPage.word(b).equals(word))
                .findFirst()
                .orElseThrow(() -> Parameter.notOneOf(
                        "box",
                        word,
                        Stream.of(Claims.Box.values())
                                .map(b -> b.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    static Lever lever(String word) {
        return word == null || word.isBlank()
                ? null
                : Lever.of(word).orElseThrow(() -> Parameter.notOneOf("lever", word, Lever.words()));
    }
}
