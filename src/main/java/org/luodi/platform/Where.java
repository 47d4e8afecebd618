package org.luodi.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one builder of dynamic filters: conditions are constants in a store, values are always named parameters. */
public final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new LinkedHashMap<>();

    /** Adds a condition without a value. */
    public Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition with one named value; nothing is added where the value is null. */
    public Where and(String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            params.put(name, value);
        }
        return this;
    }

    /** Gives a value to one more name of a condition that was added already. */
    public Where with(String name, Object value) {
        params.put(name, value);
        return this;
    }

    /** Adds a condition that another module gives, such as a scope. */
    public Where and(Where other) {
        conditions.addAll(other.conditions);
        params.putAll(other.params);
        return this;
    }

    /** The conditions joined by AND, in brackets each; {@code true} where there is none. */
    public String sql() {
        return conditions.isEmpty() ? "true" : "(" + String.join(") and (", conditions) + ")";
    }

    public Map<String, Object> params() {
        return Map.copyOf(params);
    }
}
