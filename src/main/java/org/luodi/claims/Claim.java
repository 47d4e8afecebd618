package org.luodi.claims;

import java.time.Instant;
import java.time.LocalDate;
import org.luodi.claims.ClaimMoves.State;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Line;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;

/**
 * A claim: one unit asks one above it to take what has its root there.
 *
 * @param category key in the programme, of the first matter
 * @param line along which the units above answer
 * @param asked the unit whose answer is waited for, or that gave it
 * @param refuser the unit that refused, or null
 * @param holder the unit that holds the root now, or null
 * @param due the day by which an answer is due; null once there is one
 * @param stuck whether the day is past at the top of the line, where nothing rises further
 * @param hops how often it went from desk to desk: refusals, rises, appeals
 * @param root the matter that holds the root, or null
 * @param matters how many matters it is about
 * @param done of how many of them the work after the answer is done
 */
public record Claim(
        ClaimId id,
        State state,
        Lever lever,
        int category,
        Line line,
        UnitId sender,
        Position senderAt,
        UnitId asked,
        Position askedAt,
        UnitId refuser,
        UnitId holder,
        LocalDate sentOn,
        LocalDate due,
        boolean stuck,
        int hops,
        boolean appealed,
        Ground ground,
        MatterId root,
        int matters,
        int done,
        int version,
        long changedBy,
        Instant changedAt) {

    /** The unit that was to claim: the one that refused, where another judges that. */
    public UnitId addressed() {
        return refuser == null ? asked : refuser;
    }

    /** Whether a unit above answers for the whole, not for a part. */
    public boolean whole() {
        return state != State.CLAIMED_IN_PART;
    }

    /** Whether matters are still being tied to the root. */
    public boolean isTying() {
        return state.isHeld() && done < matters;
    }

    /** Whether the day for the answer is past. */
    public boolean isOverdue(LocalDate today) {
        return state.isOpen() && due.isBefore(today);
    }
}
