package org.luodi.matters.web;

import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.springframework.stereotype.Component;

/** Units that somebody names by their codes; one that the person does not see is like one that does not exist. */
@Component
class Codes {

    private final Units units;

    Codes(Units units) {
        this.units = units;
    }

    /** Null where none is named. */
    UnitId unit(String code, Scope scope) {
        return code == null
                ? null
                : units.byCode(code, scope).map(Unit::id).orElseThrow(() -> Refusal.of("matters.refused.code", code));
    }

    /** A unit that is to help: it may stand above what the person sees, and is asked about where the task is added. */
    UnitId helper(String code) {
        return code == null
                ? null
                : units.byCode(code).map(Unit::id).orElseThrow(() -> Refusal.of("matters.refused.task.helper"));
    }
}
