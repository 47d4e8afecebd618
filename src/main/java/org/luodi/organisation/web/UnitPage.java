package org.luodi.organisation.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luodi.organisation.DatedChange;
import org.luodi.organisation.Post;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Slice;

/**
 * What the page of a unit shows.
 *
 * @param path the superiors that this person may see, root first, the unit last
 * @param names of the units that the page mentions
 * @param actors names of the accounts in the history
 * @param mayChange whether this person may change the unit
 */
public record UnitPage(
        Unit unit,
        List<Unit> path,
        Map<UnitId, String> names,
        List<Post> posts,
        List<DatedChange> history,
        Map<Long, String> actors,
        Slice<Unit> children,
        Set<UnitId> withChildren,
        boolean mayChange) {

    /** The post that stands, or null. */
    public Post post() {
        return posts.stream().filter(p -> p.until() == null).findFirst().orElse(null);
    }

    public String name(UnitId id) {
        return id == null ? null : names.get(id);
    }
}
