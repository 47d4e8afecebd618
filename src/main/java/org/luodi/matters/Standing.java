package org.luodi.matters;

import java.util.List;
import java.util.Set;
import org.luodi.organisation.UnitId;

/**
 * What has been gathered about a matter since it last came back, as far as a move asks for it.
 *
 * @param openTasks how many tasks are not done
 * @param proofs how many pieces of evidence there are
 * @param helpers units that help
 * @param missing levels that are asked to accept and have not
 * @param accepting units that may accept for a level, of those whose grant the person holds
 * @param judged whether those affected said that it is solved, or nobody asks them
 * @param symptomsLeft whether a unit at which it shows still waits or says that it is still there
 * @param symptoms whether a matter has its root here that can still show, wait or come back
 * @param rootDone whether the part that an upper unit claimed is done, or there is none
 */
record Standing(
        int openTasks,
        int proofs,
        Set<UnitId> helpers,
        Set<String> missing,
        List<Accepting> accepting,
        boolean signed,
        boolean judged,
        boolean symptomsLeft,
        boolean symptoms,
        boolean rootDone) {

    /** Nothing was looked at, for no move asks. */
    static final Standing UNASKED = new Standing(0, 1, Set.of(), Set.of(), List.of(), true, true, false, false, true);

    Standing {
        helpers = Set.copyOf(helpers);
        missing = Set.copyOf(missing);
        accepting = List.copyOf(accepting);
    }

    /** A unit that may accept for a level. */
    record Accepting(UnitId unit, String level) {}
}
