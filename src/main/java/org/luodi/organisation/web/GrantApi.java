package org.luodi.organisation.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles on units over the API. */
@RestController
class GrantApi {

    private final Grants grants;
    private final ZoneId zone;

    GrantApi(Grants grants, ZoneId zone) {
        this.grants = grants;
        this.zone = zone;
    }

    record Row(long id, long account, Role role, int unit, String unitName, Line.Word line, OffsetDateTime since) {}

    @GetMapping("/api/grants")
    Slice<Row> list(Paging paging, Scope scope) {
        Slice<Grants.Held> page = grants.list(scope, paging.cursor(), paging.rows());
        return new Slice<>(page.rows().stream().map(this::row).toList(), page.next());
    }

    @DeleteMapping("/api/grants/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, Scope scope) {
        grants.revoke(id, scope);
    }

    private Row row(Grants.Held held) {
        return new Row(
                held.id(),
                held.account(),
                held.role(),
                held.unit().value(),
                held.unitName(),
                Line.Word.of(held.line()),
                at(held.since()));
    }

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(zone).toOffsetDateTime();
    }
}
