package org.luodi.matters.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luodi.organisation.Unit;
import org.luodi.programme.Programme;

/** The form by which a matter is raised. */
public record RaisePage(List<Unit> units, Programme programme, Map<String, String> typed) {

    public String value(String name) {
        return typed.get(name);
    }

    /** Units to choose from. */
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        units.forEach(u -> options.put(Integer.toString(u.id().value()), u.name()));
        return options;
    }
}
