package org.luodi.promises.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Paging;
import org.luodi.promises.NewPromise;
import org.luodi.promises.OpenDoors;
import org.luodi.promises.Promise;
import org.luodi.promises.Promises;
import org.luodi.promises.Shown;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Promises as JSON: what anybody sees, and the desk of those who publish. */
@RestController
@RequestMapping("/api/promises")
class PromiseApi {

    private final Promises promises;
    private final OpenDoors doors;
    private final Units units;
    private final Clock clock;

    PromiseApi(Promises promises, OpenDoors doors, Units units, Clock clock) {
        this.promises = promises;
        this.doors = doors;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping
    Slice<ShownJson> published(
            @RequestParam int unit, @RequestParam(defaultValue = "false") boolean deeds, Paging paging) {
        Unit found = units.find(new UnitId(unit)).orElseThrow(() -> new NotFound("unit", unit));
        Slice<Shown> slice = doors.of(found, deeds, paging.cursor(), paging.rows());
        LocalDate today = LocalDate.now(clock);
        return new Slice<>(
                slice.rows().stream().map(s -> ShownJson.of(s, today)).toList(), slice.next());
    }

    @GetMapping("/{id}")
    ShownJson one(@PathVariable long id) {
        return ShownJson.of(doors.shown(id), LocalDate.now(clock));
    }

    @GetMapping("/desk")
    Slice<PublicationJson> waiting(Paging paging, Scope scope) {
        Slice<Promise> slice = promises.waiting(scope, paging.cursor(), paging.rows());
        return new Slice<>(
                slice.rows().stream()
                        .map(p -> PublicationJson.of(p, clock.getZone()))
                        .toList(),
                slice.next());
    }

    /** A matter in plain words, with the pieces of evidence that prove it. */
    record Proposed(long matter, String title, String words, List<Long> proofs) {}

    @PostMapping("/desk")
    ResponseEntity<PublicationJson> propose(@RequestBody Proposed body, Scope scope) {
        long id = promises.propose(
                new NewPromise(new MatterId(body.matter()), body.title(), body.words(), body.proofs()), scope);
        return ResponseEntity.created(URI.create("/api/promises/desk/" + id)).body(publication(id, scope));
    }

    @GetMapping("/desk/{id}")
    PublicationJson publication(@PathVariable long id, Scope scope) {
        return PublicationJson.of(promises.visible(id, scope), clock.getZone());
    }

    /** A decision: each is a noun below the publication. */
    @PostMapping("/desk/{id}/{noun}")
    PublicationJson decide(
            @PathVariable long id, @PathVariable String noun, @RequestBody Map<String, String> body, Scope scope) {
        return PublicationJson.of(promises.move(id, noun, body.get("reason"), scope), clock.getZone());
    }
}
