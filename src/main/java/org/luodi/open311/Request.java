package org.luodi.open311;

import java.time.Instant;
import org.luodi.matters.Matter;
import org.luodi.organisation.UnitId;
import org.luodi.voice.Published;
import org.luodi.voice.Report;

/**
 * A report that anybody may read, and where it stands.
 *
 * @param matter what it became, as it stands now; null where it became none yet
 * @param closedAt when that ended; null before
 */
public record Request(Published.Open open, Matter matter, Instant closedAt) {

    public Report report() {
        return open.report();
    }

    /** Whether it is over. */
    public boolean isClosed() {
        return matter != null && !matter.stage().isOpen();
    }

    /** The unit whose turn it is. */
    public UnitId unit() {
        return matter == null ? report().asked() : matter.unit();
    }

    /** When something last changed; of what is over, when it ended. */
    public Instant updatedAt() {
        if (isClosed()) {
            return closedAt == null ? matter.changedAt() : closedAt;
        }
        Instant own = report().changedAt();
        return matter != null && matter.changedAt().isAfter(own) ? matter.changedAt() : own;
    }
}
