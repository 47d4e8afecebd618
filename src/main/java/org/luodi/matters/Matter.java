package org.luodi.matters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;

/**
 * The state of a matter.
 *
 * @param number 编号, unique in the installation
 * @param unit the one unit that answers for it now
 * @param category key in the programme
 * @param source key in the programme
 * @param batch key in the programme
 * @param due the day by which it is to be solved, or null
 * @param reopened how often it came back, by return or relapse
 * @param mergedInto the matter it was joined to, or null
 * @param version grows by one with every change
 */
public record Matter(
        MatterId id,
        String number,
        UnitId unit,
        Position at,
        Stage stage,
        int category,
        int source,
        int batch,
        LocalDate raisedOn,
        LocalDate due,
        int reopened,
        MatterId mergedInto,
        Traits traits,
        int version,
        long changedBy,
        Instant changedAt) {

    /** Where it shows: only this unit can say that it is gone. */
    public UnitId symptom() {
        return traits.symptom() == null ? unit : traits.symptom();
    }

    /** The matter at an upper unit that holds its root, or null. */
    public MatterId root() {
        return traits.root();
    }

    /** Whether the root's unit answers for the whole. */
    public boolean waits() {
        return traits.waits();
    }

    public Kind kind() {
        return traits.kind();
    }

    /** Whether the leader's own signature is needed to close. */
    public boolean marked() {
        return traits.marked();
    }

    public Integer drive() {
        return traits.drive();
    }

    public Integer importance() {
        return traits.importance();
    }

    public LocalDate nextCheck() {
        return traits.nextCheck();
    }

    /**
     * A module above that keeps on its rows which unit answers for a matter, and where that unit stands. When another unit answers the copies
     * follow in the same transaction, for they decide who sees what; matters calls, the copying module implements.
     */
    public interface Copies {

        /** Takes over unit and position from matters as they stand now. */
        void follow(List<Matter> moved);
    }
}
