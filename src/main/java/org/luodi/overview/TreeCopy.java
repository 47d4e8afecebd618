package org.luodi.overview;

import java.util.List;
import org.luodi.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Moves the fold's copy of the tree, and the sums of whatever moves with it. */
@Component
class TreeCopy {

    private final NodeStore nodes;
    private final TallyStore tallies;
    private final FreshTallies fresh;
    private final Units units;

    TreeCopy(NodeStore nodes, TallyStore tallies, FreshTallies fresh, Units units) {
        this.nodes = nodes;
        this.tallies = tallies;
        this.fresh = fresh;
        this.units = units;
    }

    /** Gives a unit the superiors that an entry names: null on the industry line means that it is not on it. */
    void move(int unit, JsonNode superiors) {
        JsonNode territorial = superiors.path("territorial");
        JsonNode industry = superiors.path("industry");
        move(Deltas.TERRITORIAL, unit, territorial.isNumber() ? territorial.asInt() : 0);
        move(Deltas.INDUSTRY, unit, industry.isNumber() ? industry.asInt() : null);
    }

    /** Reads all superiors anew after a bulk import; sums climb anew only where a unit that counts something has moved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refresh() {
        fresh.takeTree(units);
        if (fresh.treeMovesSums()) {
            fresh.adoptTree();
            fresh.ownFromTallies();
            fresh.climb();
            fresh.replaceSums();
        } else {
            fresh.adoptTree();
        }
    }

    private void move(int line, int unit, Integer superior) {
        Integer before = nodes.superior(line, unit);
        if (java.util.Objects.equals(before, superior)) {
            return;
        }
        if (before != null) {
            tallies.addRows(line, unit, -1, new TallyStore.Target(line, above(line, unit)));
        }
        if (before == null) {
            tallies.addRows(Deltas.OWN, unit, 1, new TallyStore.Target(line, List.of(unit)));
        }
        if (superior == null) {
            tallies.addRows(Deltas.OWN, unit, -1, new TallyStore.Target(line, List.of(unit)));
        }
        nodes.set(line, unit, superior);
        if (superior != null) {
            tallies.addRows(line, unit, 1, new TallyStore.Target(line, above(line, unit)));
        }
    }

    private List<Integer> above(int line, int unit) {
        Paths paths = nodes.paths(List.of(unit)).getOrDefault(unit, Paths.NONE);
        List<Integer> path = line == Deltas.TERRITORIAL ? paths.territorial() : paths.industry();
        return path.stream().filter(u -> u != unit).toList();
    }
}
