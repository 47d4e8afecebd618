package org.luodi.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.luodi.platform.NotFound;
import org.luodi.platform.Where;
import org.luodi.platform.identity.Actor;

/**
 * What one account may see and do: its grants, with the positions of their subtrees. The condition it gives goes into
 * every list query; whatever lies outside does not exist for the account.
 *
 * @param treeVersion version of the tree the positions were read from; a query under another version shows nothing
 */
public record Scope(Actor actor, List<Grant> grants, long treeVersion) {

    public Scope {
        grants = List.copyOf(grants);
    }

    /** The unit where the account works: that of its first grant. */
    public UnitId home() {
        return grants.stream().map(Grant::unit).findFirst().orElseThrow(() -> new NotFound("unit", "home"));
    }

    /** Whether the account may see what stands at this position. */
    public boolean sees(Position at) {
        return grants.stream().anyMatch(g -> g.covers(at));
    }

    /** Whether one of the account's grants at this position has one of the roles. */
    public boolean has(Set<Role> roles, Position at) {
        return grants.stream().anyMatch(g -> roles.contains(g.role()) && g.covers(at));
    }

    /** The roles the account holds at this position. */
    public List<Grant> at(Position at) {
        return grants.stream().filter(g -> g.covers(at)).toList();
    }

    /** The condition for a list query; the columns are constants of the asking store. */
    public Where condition(String territorialColumn, String industryColumn) {
        if (grants.isEmpty()) {
            return new Where().and("false");
        }
        List<String> ranges = new ArrayList<>();
        for (Grant grant : grants) {
            String column = grant.line() == Line.TERRITORIAL ? territorialColumn : industryColumn;
            ranges.add(grant.interval().condition(column));
        }
        return new Where()
                .and("(" + String.join(") or (", ranges) + ")")
                .and("organisation.tree_version() = " + treeVersion);
    }
}
