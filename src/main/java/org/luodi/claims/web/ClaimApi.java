package org.luodi.claims.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.luodi.claims.Catalogue;
import org.luodi.claims.Claim;
import org.luodi.claims.ClaimId;
import org.luodi.claims.ClaimMoves;
import org.luodi.claims.ClaimMoves.Need;
import org.luodi.claims.ClaimMoves.State;
import org.luodi.claims.Claims;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Scope;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Paging;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Claims as JSON: the same lists, rules and refusals as the pages. */
@RestController
@RequestMapping("/api/claims")
class ClaimApi {

    private final Claims claims;
    private final Catalogue catalogue;
    private final Clock clock;

    ClaimApi(Claims claims, Catalogue catalogue, Clock clock) {
        this.claims = claims;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping
    Slice<ClaimJson> list(
            @RequestParam(required = false) String box,
            @RequestParam(defaultValue = "false") boolean below,
            Paging paging,
            Scope scope) {
        Slice<Claim> slice =
                claims.list(ClaimPages.box(box), !below, scope, new Claims.Slot(paging.cursor(), paging.rows()));
        return new Slice<>(
                slice.rows().stream().map(c -> ClaimJson.of(c, clock.getZone())).toList(), slice.next());
    }

    @PostMapping
    ResponseEntity<ClaimJson> send(@RequestBody Map<String, Object> body, Scope scope) {
        ClaimId id = claims.send(ClaimForm.of(body).claim(), scope);
        return ResponseEntity.created(URI.create("/api/claims/" + id.value())).body(json(id, scope));
    }

    /** The table of moves. */
    @GetMapping("/moves")
    List<MoveJson> moves() {
        return ClaimMoves.ALL.stream().map(MoveJson::of).toList();
    }

    /** Who decides what. */
    @GetMapping("/catalogue")
    List<CatalogueJson> catalogue(
            @RequestParam(required = false) Integer category, @RequestParam(required = false) String lever) {
        return catalogue.rows(category, ClaimPages.lever(lever)).stream()
                .map(CatalogueJson::of)
                .toList();
    }

    @GetMapping("/{id}")
    ClaimJson one(@PathVariable long id, Scope scope) {
        return json(new ClaimId(id), scope);
    }

    /** The steps on its way, newest first. */
    @GetMapping("/{id}/hops")
    List<HopJson> hops(@PathVariable long id, Scope scope) {
        return claims.visible(new ClaimId(id), scope).way().stream()
                .map(h -> HopJson.of(h, clock.getZone()))
                .toList();
    }

    @GetMapping("/{id}/matters")
    Slice<MemberJson> matters(@PathVariable long id, Paging paging, Scope scope) {
        var slice = claims.members(new ClaimId(id), scope, paging.cursor(), paging.rows());
        return new Slice<>(slice.rows().stream().map(MemberJson::of).toList(), slice.next());
    }

    /** An answer: each is a noun below the claim. */
    @PostMapping("/{id}/{noun}")
    ClaimJson answer(AnswerPages.Route route, @RequestBody Map<String, Object> body, Scope scope) {
        ClaimForm form = ClaimForm.of(body);
        Long root = form.typed().id("root");
        claims.answer(route.claim(), form.answer(route.verb(), root == null ? null : new MatterId(root)), scope);
        return json(route.claim(), scope);
    }

    private ClaimJson json(ClaimId id, Scope scope) {
        return ClaimJson.of(claims.visible(id, scope).claim(), clock.getZone());
    }

    /** A row of the table of moves; {@code to} is null where the state stays. */
    record MoveJson(List<String> from, String verb, String noun, String to, String who, List<String> needs) {

        static MoveJson of(ClaimMoves.Move move) {
            return new MoveJson(
                    move.states().stream().map(State::word).toList(),
                    move.verb().word(),
                    move.verb().noun(),
                    move.to() == null ? null : move.to().word(),
                    move.who().word(),
                    move.needed().stream().map(Need::word).toList());
        }
    }
}
