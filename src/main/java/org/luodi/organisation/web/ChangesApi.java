package org.luodi.organisation.web;

import java.util.List;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.TreeChange;
import org.luodi.organisation.TreeChanges;
import org.luodi.organisation.UnitId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes of units as JSON; with {@code preview} nothing is written and the answer says what would be touched. */
@RestController
class ChangesApi {

    private final TreeChanges changes;

    ChangesApi(TreeChanges changes) {
        this.changes = changes;
    }

    record Added(
            String code,
            String name,
            String unitClass,
            String level,
            Integer superior,
            Integer industrySuperior,
            boolean headsLine) {}

    record Renamed(int version, String name) {}

    record Moved(int version, Line.Word line, Integer superior) {}

    record Merged(int version, Integer into) {}

    record Part(String code, String name, List<Integer> children) {}

    record Divided(int version, List<Part> parts) {}

    record Closed(int version, Integer handTo) {}

    /** The unit that was made or changed. */
    record Done(int unit) {}

    @PostMapping("/api/units")
    ResponseEntity<Object> add(
            @RequestBody Added body, @RequestParam(defaultValue = "false") boolean preview, Scope scope) {
        var unit = new TreeChange.NewUnit(
                body.code(),
                body.name(),
                body.unitClass() == null ? "" : body.unitClass(),
                body.level() == null ? "" : body.level(),
                id(body.superior()),
                id(body.industrySuperior()),
                body.headsLine());
        return answer(new TreeChange.Add(unit), preview, scope);
    }

    @PostMapping("/api/units/{id}/renames")
    ResponseEntity<Object> rename(
            @PathVariable int id,
            @RequestBody Renamed body,
            @RequestParam(defaultValue = "false") boolean preview,
            Scope scope) {
        return answer(new TreeChange.Rename(new UnitId(id), body.version(), body.name()), preview, scope);
    }

    @PostMapping("/api/units/{id}/moves")
    ResponseEntity<Object> move(
            @PathVariable int id,
            @RequestBody Moved body,
            @RequestParam(defaultValue = "false") boolean preview,
            Scope scope) {
        Line.Word line = body.line() == null ? Line.Word.territorial : body.line();
        return answer(
                new TreeChange.Move(new UnitId(id), body.version(), line.line(), id(body.superior())), preview, scope);
    }

    @PostMapping("/api/units/{id}/merges")
    ResponseEntity<Object> merge(
            @PathVariable int id,
            @RequestBody Merged body,
            @RequestParam(defaultValue = "false") boolean preview,
            Scope scope) {
        return answer(new TreeChange.Merge(new UnitId(id), body.version(), id(body.into())), preview, scope);
    }

    @PostMapping("/api/units/{id}/splits")
    ResponseEntity<Object> split(
            @PathVariable int id,
            @RequestBody Divided body,
            @RequestParam(defaultValue = "false") boolean preview,
            Scope scope) {
        List<Part> given = body.parts() == null ? List.of() : body.parts();
        var parts = given.stream()
                .map(p -> new TreeChange.Part(
                        p.code(),
                        p.name(),
                        p.children() == null
                                ? List.of()
                                : p.children().stream().map(UnitId::new).toList()))
                .toList();
        return answer(new TreeChange.Split(new UnitId(id), body.version(), parts), preview, scope);
    }

    @PostMapping("/api/units/{id}/closures")
    ResponseEntity<Object> close(
            @PathVariable int id,
            @RequestBody Closed body,
            @RequestParam(defaultValue = "false") boolean preview,
            Scope scope) {
        return answer(new TreeChange.Close(new UnitId(id), body.version(), id(body.handTo())), preview, scope);
    }

    private ResponseEntity<Object> answer(TreeChange change, boolean preview, Scope scope) {
        if (preview) {
            return ResponseEntity.ok(changes.preview(change, scope));
        }
        UnitId unit = changes.make(change, scope);
        return ResponseEntity.status(change instanceof TreeChange.Add ? 201 : 200)
                .body(new Done(unit.value()));
    }

    private static UnitId id(Integer number) {
        return number == null ? null : new UnitId(number);
    }
}
