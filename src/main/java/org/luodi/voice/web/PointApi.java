package org.luodi.voice.web;

import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.voice.Nearby;
import org.luodi.voice.Point;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where units are, so that the public finds them by position. */
@RestController
class PointApi {

    private final Nearby nearby;

    PointApi(Nearby nearby) {
        this.nearby = nearby;
    }

    @PutMapping("/api/voice/units/{unit}/position")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable int unit, @RequestBody Point point, Scope scope) {
        nearby.put(new UnitId(unit), point, scope);
    }
}
