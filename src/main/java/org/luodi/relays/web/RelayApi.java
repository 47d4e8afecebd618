package org.luodi.relays.web;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Parameter;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Paging;
import org.luodi.relays.Relay;
import org.luodi.relays.RelayDraft;
import org.luodi.relays.RelayItem;
import org.luodi.relays.Relays;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Packages as JSON. */
@RestController
@RequestMapping("/api/relays")
class RelayApi {

    private final Relays relays;
    private final Packages packages;
    private final Clock clock;

    RelayApi(Relays relays, Packages packages, Clock clock) {
        this.relays = relays;
        this.packages = packages;
        this.clock = clock;
    }

    @GetMapping
    Slice<RelayJson> list(@RequestParam(defaultValue = "waiting") String view, Paging paging, Scope scope) {
        if (!List.of("waiting", "given").contains(view)) {
            throw Parameter.notOneOf("view", view, List.of("waiting", "given"));
        }
        Slice<Relay> slice = relays.list(view.equals("waiting"), scope, paging.cursor(), paging.rows());
        return new Slice<>(slice.rows().stream().map(this::json).toList(), slice.next());
    }

    @PostMapping
    ResponseEntity<RelayJson> open(@RequestBody Opened body, Scope scope) {
        long id = relays.open(body.draft(), scope);
        return ResponseEntity.created(URI.create("/api/relays/" + id)).body(json(relays.visible(id, scope)));
    }

    @GetMapping("/{id}")
    RelayJson one(@PathVariable long id, Scope scope) {
        return json(relays.visible(id, scope));
    }

    @GetMapping("/{id}/items")
    List<ItemJson> items(@PathVariable long id, Scope scope) {
        return relays.items(id, scope).stream()
                .map(i -> ItemJson.of(i, clock.getZone()))
                .toList();
    }

    /** A decision: each is a noun below the package. */
    @PostMapping("/{id}/{noun}")
    RelayJson decide(
            @PathVariable long id, @PathVariable String noun, @RequestBody Map<String, String> body, Scope scope) {
        packages.decide(id, noun, body, scope);
        return json(relays.visible(id, scope));
    }

    private RelayJson json(Relay relay) {
        return RelayJson.of(relay, clock.getZone());
    }

    /** What a new package is made of; all open matters of the giver where none is named. */
    record Opened(int giver, int receiver, List<Long> matters, String promises, String contacts) {

        RelayDraft draft() {
            List<MatterId> chosen = matters == null
                    ? List.of()
                    : matters.stream().map(MatterId::new).toList();
            return new RelayDraft(
                    giver == receiver ? Relay.Kind.OFFICE : Relay.Kind.UNIT,
                    new UnitId(giver),
                    new UnitId(receiver),
                    chosen,
                    promises,
                    contacts);
        }
    }

    /** A matter in a package. */
    record ItemJson(long matter, String number, String title, String state, String reason, OffsetDateTime at) {

        static ItemJson of(RelayItem i, ZoneId zone) {
            return new ItemJson(
                    i.told().matter().id().value(),
                    i.told().matter().number(),
                    i.told().detail().title(),
                    i.state(),
                    i.reason(),
                    RelayJson.time(i.at(), zone));
        }
    }
}
