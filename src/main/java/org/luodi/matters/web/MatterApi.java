package org.luodi.matters.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.MatterId;
import org.luodi.matters.MatterMoves;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.platform.Slice;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.web.Paging;
import org.luodi.programme.Programmes;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Matters as JSON: the same filters, rules and refusals as the pages. */
@RestController
@RequestMapping("/api/matters")
class MatterApi {

    private final Matters matters;
    private final Asking asking;
    private final Histories histories;
    private final Programmes programmes;
    private final Clock clock;

    MatterApi(Matters matters, Asking asking, Histories histories, Programmes programmes, Clock clock) {
        this.matters = matters;
        this.asking = asking;
        this.histories = histories;
        this.programmes = programmes;
        this.clock = clock;
    }

    @GetMapping
    Slice<MatterJson> list(@RequestParam Map<String, String> query, Paging paging, Scope scope) {
        MatterFilter filter = MatterFilter.read(query, scope.home()).known(programmes.current());
        Slice<Matters.Told> slice = matters.list(filter, scope, paging.cursor(), paging.rows());
        return new Slice<>(slice.rows().stream().map(this::json).toList(), slice.next());
    }

    @PostMapping
    ResponseEntity<MatterJson> raise(@RequestBody Map<String, Object> body, Scope scope) {
        MatterId id = matters.raise(asking.draft(Asking.form(body)), scope);
        return ResponseEntity.created(URI.create("/api/matters/" + id.value())).body(json(matters.visible(id, scope)));
    }

    /** The table of moves. */
    @GetMapping("/moves")
    List<MoveJson> moves() {
        return MatterMoves.ALL.stream().map(MoveJson::of).toList();
    }

    @GetMapping("/{id}")
    MatterJson one(@PathVariable long id, Scope scope) {
        return json(matters.visible(new MatterId(id), scope));
    }

    @PatchMapping("/{id}")
    MatterJson amend(@PathVariable long id, @RequestBody Map<String, Object> body, Scope scope) {
        MatterId matter = new MatterId(id);
        Asking.Form form = Asking.form(body);
        matters.amend(matter, form.number("version"), Amend.amendment(matters.visible(matter, scope), form), scope);
        return json(matters.visible(matter, scope));
    }

    @GetMapping("/{id}/tasks")
    List<TaskJson> tasks(@PathVariable long id, Scope scope) {
        return matters.tasks(new MatterId(id), scope).stream().map(TaskJson::of).toList();
    }

    @GetMapping("/{id}/history")
    Slice<EventJson> history(@PathVariable long id, Paging paging, Scope scope) {
        History history = histories.page(new MatterId(id), scope, paging.cursor(), paging.rows());
        Slice<Entry> entries = history.entries();
        return new Slice<>(
                entries.rows().stream()
                        .map(e -> EventJson.of(e, history, clock.getZone()))
                        .toList(),
                entries.next());
    }

    /** A move: each is a noun below the matter. */
    @PostMapping("/{id}/{noun}")
    MatterJson move(Moves.Route route, @RequestBody Map<String, Object> body, Scope scope) {
        return json(asking.make(route, Asking.form(body), scope));
    }

    private MatterJson json(Matters.Told told) {
        return MatterJson.of(told, clock.getZone());
    }
}
