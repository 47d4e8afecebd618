package org.luodi.relays.web;

import java.util.List;
import java.util.Map;
import org.luodi.matters.Matters;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Slice;
import org.luodi.programme.Programme;
import org.luodi.relays.Relay;

/** The list of packages, and what lies still since its batch ended. */
public record ListPage(
        String view, Slice<Relay> slice, List<Matters.Told> quiet, Map<UnitId, String> names, Programme programme) {

    public boolean waiting() {
        return view.equals("waiting");
    }

    public String name(UnitId unit) {
        return names.getOrDefault(unit, "#" + unit.value());
    }
}
