package org.luodi.relays;

import java.time.Instant;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Worded;

/**
 * A package on its way.
 *
 * @param batch key of the batch it leads into; null unless a batch has ended
 * @param promises what was promised to whom, and by when
 * @param contacts whom to ask
 * @param endedAt when the last item was decided; null before
 * @param offered how many items are still to be decided
 * @param gone how many ended because their matter was no longer the giver's to give
 */
public record Relay(
        long id,
        Kind kind,
        End giver,
        End receiver,
        Integer batch,
        String promises,
        String contacts,
        long openedBy,
        Instant openedAt,
        Instant endedAt,
        int offered,
        int gone) {

    /** Between what it leads. */
    public enum Kind implements Worded {
        /** A batch has ended; the unit stays. */
        BATCH,
        /** From one unit to another. */
        UNIT,
        /** From one holder of the post to the next; the unit stays. */
        OFFICE
    }

    /** A unit at one end, and where it stands. */
    public record End(UnitId unit, Position at) {}
}
