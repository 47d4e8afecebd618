package org.luodi.trails.web;

import java.util.Map;
import org.luodi.organisation.UnitId;
import org.luodi.platform.ledger.Entry;
import org.luodi.trails.Trail;

/** A trail with the names a person needs. */
public record TrailPage(Trail trail, Map<Long, String> accounts, Map<UnitId, String> units) {

    /** Who did it, and for which unit. */
    public String who(Entry entry) {
        String name = accounts.getOrDefault(entry.actor(), "");
        String unit = entry.actingUnit() == null ? null : units.get(new UnitId(entry.actingUnit()));
        return unit == null ? name : name + " · " + unit;
    }

    /** The key of what an entry says was done; those of a matter are known already. */
    public String did(Trail.Step step) {
        String verb = step.entry().verb();
        return step.kin().kind().equals("matter")
                ? "matters.past." + verb
                : "trails.did." + step.kin().kind() + "." + verb;
    }

    public String next() {
        return trail.steps().next() == null
                ? null
                : here() + "?cursor=" + trail.steps().next();
    }

    public String here() {
        return "/trails/" + trail.about().kind() + "/" + trail.about().subject().id();
    }
}
