package org.luodi.platform.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Entries that say they are older than the head before them: written long after the time they name. That may be honest, in a
 * demonstration or an import of the past, so it is remarked, not refused.
 */
final class Backdated {

    /** What clocks of several servers and long transactions may differ by. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final Iterator<TreeHead> heads;
    private TreeHead next;
    private Instant before = Instant.MIN;
    private long count;
    private long first;
    private Line line;

    Backdated(LongFunction<List<TreeHead>> above) {
        this.heads = new HeadsInOrder(above, List.of());
        this.next = heads.hasNext() ? heads.next() : null;
    }

    /** The entry of this number, from 1; one after another. */
    void see(Line entry, long number) {
        while (next != null && next.size() < number) {
            before = next.at();
            next = heads.hasNext() ? heads.next() : null;
        }
        if (!before.equals(Instant.MIN) && entry.at().isBefore(before.minus(TOLERANCE))) {
            count++;
            first = line == null ? number : first;
            line = line == null ? entry : line;
        }
    }

    Optional<Findings.Said> remark() {
        return Optional.ofNullable(line)
                .map(l -> new Findings.Said(
                        "ledger.verify.backdated",
                        count,
                        first,
                        l.place().id(),
                        l.about().kind(),
                        l.about().id(),
                        l.verb(),
                        l.at()));
    }
}
