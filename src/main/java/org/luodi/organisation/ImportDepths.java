package org.luodi.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How deep codes stand below their roots, and which of them go round in a circle. */
final class ImportDepths {

    private final Map<String, Integer> depths = new HashMap<>();
    private final UnaryOperator<String> above;

    /** @param above the superior of a code, or null for a root */
    ImportDepths(UnaryOperator<String> above) {
        this.above = above;
    }

    int of(String code) {
        return depths.getOrDefault(code, 0);
    }

    /** Climbs to the root and notes depths on the way; returns the circle it was caught in, if any. */
    Set<String> climb(String from) {
        List<String> path = new ArrayList<>();
        Set<String> onPath = new HashSet<>();
        String at = from;
        while (at != null && !depths.containsKey(at)) {
            if (!onPath.add(at)) {
                Set<String> circle = new HashSet<>(path.subList(path.indexOf(at), path.size()));
                path.forEach(c -> depths.put(c, 0));
                return circle;
            }
            path.add(at);
            at = above.apply(at);
        }
        int depth = at == null ? 0 : depths.get(at);
        for (int i = path.size() - 1; i >= 0; i--) {
            depths.put(path.get(i), ++depth);
        }
        return Set.of();
    }
}
