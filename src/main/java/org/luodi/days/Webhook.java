package org.luodi.days;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.luodi.organisation.Line;
import org.luodi.organisation.UnitId;
import org.luodi.platform.ledger.Entry;

/**
 * Where entries of a unit's subtree are sent to.
 *
 * @param verbs {@code kind.verb} of what is sent, {@code kind.*} for a whole kind; empty for all
 * @param tryAfter when it is tried again after a failure, or null
 */
public record Webhook(
        long id,
        String name,
        String url,
        UnitId unit,
        Line line,
        List<String> verbs,
        boolean active,
        Instant createdAt,
        Instant tryAfter) {

    public String host() {
        return URI.create(url).getHost();
    }

    /** Whether an entry is to be sent. */
    boolean wants(Entry entry) {
        List<Integer> reach = line == Line.TERRITORIAL
                ? entry.reach().territorial()
                : entry.reach().industry();
        String kind = entry.about().kind() + ".";
        return reach.contains(unit.value())
                && (verbs.isEmpty() || verbs.contains(kind + entry.verb()) || verbs.contains(kind + "*"));
    }
}
