package org.luodi.organisation.web;

import java.time.ZoneId;
import java.util.List;
import org.luodi.organisation.Gaps;
import org.luodi.organisation.Line;
import org.luodi.organisation.Post;
import org.luodi.organisation.Posts;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Units over the API. */
@RestController
class UnitApi {

    private final Units units;
    private final Posts posts;
    private final ZoneId zone;

    UnitApi(Units units, Posts posts, ZoneId zone) {
        this.zone = zone;
        this.units = units;
        this.posts = posts;
    }

    @GetMapping("/api/units")
    Slice<UnitJson.Row> tops(@RequestParam(defaultValue = "territorial") Line.Word line, Paging paging, Scope scope) {
        return rows(units.tops(line.line(), scope, paging.cursor(), paging.rows()));
    }

    @GetMapping("/api/units/{id}")
    UnitJson.Whole unit(@PathVariable int id, @RequestParam(defaultValue = "territorial") Line.Word line, Scope scope) {
        Unit unit = units.visible(new UnitId(id), scope);
        List<UnitJson.Row> path = units.path(unit.id(), line.line()).stream()
                .filter(u -> scope.sees(u.at()))
                .map(UnitJson.Row::of)
                .toList();
        return new UnitJson.Whole(
                UnitJson.Row.of(unit),
                path,
                posts.of(unit.id(), scope),
                units.history(unit.id(), scope).stream()
                        .map(c -> UnitJson.Event.of(c, zone))
                        .toList());
    }

    @GetMapping("/api/units/{id}/children")
    Slice<UnitJson.Row> children(
            @PathVariable int id,
            @RequestParam(defaultValue = "territorial") Line.Word line,
            Paging paging,
            Scope scope) {
        return rows(units.children(new UnitId(id), line.line(), scope, paging.cursor(), paging.rows()));
    }

    @GetMapping("/api/units/unanswered")
    Slice<UnitJson.Row> unanswered(@RequestParam(required = false) Gaps.Kind gap, Paging paging, Scope scope) {
        return rows(units.unanswered(scope, gap == null ? null : gap.bit(), paging.cursor(), paging.rows()));
    }

    @PutMapping("/api/units/{id}/post")
    List<Post> post(@PathVariable int id, @RequestBody Posts.NewPost post, Scope scope) {
        posts.set(new UnitId(id), post, scope);
        return posts.of(new UnitId(id), scope);
    }

    private static Slice<UnitJson.Row> rows(Slice<Unit> page) {
        return new Slice<>(page.rows().stream().map(UnitJson.Row::of).toList(), page.next());
    }
}
