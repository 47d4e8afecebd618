package org.luodi.evidence.web;

import java.net.URI;
import java.time.ZoneId;
import org.luodi.evidence.Evidence;
import org.luodi.evidence.Item;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Scope;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Paging;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evidence as JSON, files as multipart. */
@RestController
class EvidenceApi {

    private final Evidence evidence;
    private final ZoneId zone;

    EvidenceApi(Evidence evidence, ZoneId zone) {
        this.evidence = evidence;
        this.zone = zone;
    }

    @GetMapping("/api/evidence")
    Slice<EvidenceJson> list(@RequestParam long matter, Paging paging, Scope scope) {
        Slice<Item> page = evidence.of(new MatterId(matter), scope, paging.cursor(), paging.rows());
        return new Slice<>(page.rows().stream().map(this::json).toList(), page.next());
    }

    @PostMapping("/api/evidence")
    ResponseEntity<EvidenceJson> add(@RequestParam long matter, Brought brought, Scope scope) {
        Item item = brought.with(brought.one(), draft -> evidence.add(new MatterId(matter), draft, scope));
        return ResponseEntity.created(URI.create("/api/evidence/" + item.id())).body(json(item));
    }

    @GetMapping("/api/evidence/{id}")
    EvidenceJson one(@PathVariable long id, Scope scope) {
        return json(evidence.visible(id, scope));
    }

    @PostMapping("/api/evidence/{id}/versions")
    ResponseEntity<EvidenceJson> replace(@PathVariable long id, Brought brought, Scope scope) {
        Item item = brought.with(brought.one(), draft -> evidence.replace(id, brought.seen(), draft, scope));
        URI there =
                URI.create("/api/evidence/" + id + "/versions/" + item.latest().number());
        return ResponseEntity.created(there).body(json(item));
    }

    /** Which version was seen, and why it goes. */
    record Removal(int version, String reason) {}

    @PostMapping("/api/evidence/{id}/removals")
    EvidenceJson remove(@PathVariable long id, @RequestBody Removal removal, Scope scope) {
        return json(evidence.remove(id, removal.version(), removal.reason(), scope));
    }

    private EvidenceJson json(Item item) {
        return EvidenceJson.of(item, zone);
    }
}
