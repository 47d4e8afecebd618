package org.luodi.papers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.luodi.matters.Matter;
import org.luodi.matters.Matters;
import org.luodi.organisation.UnitId;
import org.luodi.overview.Numbers;

/**
 * What happened in a unit's subtree in a week and what stands now, all from records.
 *
 * @param flow what happened in the week
 * @param before what happened in the week before
 * @param closed the latest closures of the week
 * @param back the latest returns and relapses of the week
 * @param overdue those that are overdue longest, as of now
 * @param waiting those that wait for a unit above to remove their root, as of now
 * @param units names of the answerable units
 */
public record Briefing(
        Week week,
        boolean running,
        Numbers numbers,
        Flow flow,
        Flow before,
        List<Turn> closed,
        List<Turn> back,
        List<Matters.Told> overdue,
        List<Matters.Told> waiting,
        Map<UnitId, String> units) {

    /** How often something happened. */
    public record Flow(long raised, long closed, long reopened) {}

    /** One turn of a matter, as the ledger has it. */
    public record Turn(Matters.Told told, String verb, Instant at) {}

    public String unitOf(Matter matter) {
        return units.getOrDefault(matter.unit(), "");
    }
}
