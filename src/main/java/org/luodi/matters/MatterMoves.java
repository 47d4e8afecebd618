package org.luodi.matters;

import static org.luodi.matters.Need.BASIS;
import static org.luodi.matters.Need.DUE;
import static org.luodi.matters.Need.FIXED;
import static org.luodi.matters.Need.LASTING;
import static org.luodi.matters.Need.LATER_DUE;
import static org.luodi.matters.Need.MEASURES;
import static org.luodi.matters.Need.NEW_DUE;
import static org.luodi.matters.Need.NEW_MEASURES;
import static org.luodi.matters.Need.OTHER;
import static org.luodi.matters.Need.REASON;
import static org.luodi.matters.Need.TASKS_DONE;
import static org.luodi.matters.Need.UNIT;
import static org.luodi.matters.Stage.ACTING;
import static org.luodi.matters.Stage.CLOSED;
import static org.luodi.matters.Stage.CONFIRMED;
import static org.luodi.matters.Stage.EXCLUDED;
import static org.luodi.matters.Stage.MERGED;
import static org.luodi.matters.Stage.PLACED;
import static org.luodi.matters.Stage.RAISED;
import static org.luodi.matters.Stage.RELAPSED;
import static org.luodi.matters.Stage.RETURNED;
import static org.luodi.matters.Stage.SETTLED;
import static org.luodi.matters.Who.LOWEST;
import static org.luodi.matters.Who.OFFICE;
import static org.luodi.matters.Who.WORKING;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All allowed moves of a matter: from, verb, to, who may, what it needs. The diagram and the help page are printed from
 * this list; there is no other door.
 */
public final class MatterMoves {

    /**
     * One allowed move.
     *
     * @param from stages it may be made from; none where it brings the matter into being
     * @param to the stage it leads to; null where the stage stays
     */
    public record Move(Set<Stage> from, Verb verb, Stage to, Who who, Set<Need> needs) {

        /** Where it starts, in the order of the stage line. */
        public List<Stage> stages() {
            return from.stream().sorted().toList();
        }

        /** What it needs, in the order in which forms ask. */
        public List<Need> needed() {
            return needs.stream().sorted().toList();
        }
    }

    private static final Set<Stage> UNDER_WAY = Set.of(RAISED, PLACED, ACTING, RETURNED, RELAPSED);
    private static final Set<Stage> OPEN = Set.of(RAISED, PLACED, ACTING, SETTLED, CONFIRMED, RETURNED, RELAPSED);

    public static final List<Move> ALL = List.of(
            new Move(Set.of(), Verb.RAISE, RAISED, WORKING, Set.of()),
            new Move(Set.of(RAISED), Verb.PLACE, PLACED, OFFICE, Set.of(DUE)),
            new Move(Set.of(PLACED), Verb.ACT, ACTING, WORKING, Set.of(MEASURES, DUE)),
            new Move(Set.of(RETURNED, RELAPSED), Verb.ACT, ACTING, WORKING, Set.of(NEW_MEASURES, NEW_DUE)),
            new Move(Set.of(ACTING), Verb.SETTLE, SETTLED, WORKING, Set.of(TASKS_DONE, FIXED, LASTING)),
            new Move(Set.of(SETTLED), Verb.CONFIRM, CONFIRMED, LOWEST, Set.of()),
            new Move(Set.of(CONFIRMED), Verb.CLOSE, CLOSED, OFFICE, Set.of(TASKS_DONE)),
            new Move(Set.of(SETTLED, CONFIRMED), Verb.RETURN, RETURNED, WORKING, Set.of(REASON)),
            new Move(Set.of(CLOSED), Verb.RELAPSE, RELAPSED, WORKING, Set.of(REASON)),
            new Move(Set.of(RAISED, PLACED), Verb.EXCLUDE, EXCLUDED, OFFICE, Set.of(REASON, BASIS)),
            new Move(UNDER_WAY, Verb.MERGE, MERGED, OFFICE, Set.of(REASON, OTHER)),
            new Move(UNDER_WAY, Verb.POSTPONE, null, OFFICE, Set.of(REASON, LATER_DUE)),
            new Move(UNDER_WAY, Verb.HAND_OVER, null, OFFICE, Set.of(REASON, UNIT)),
            new Move(OPEN, Verb.AMEND, null, WORKING, Set.of()),
            new Move(UNDER_WAY, Verb.ADD_TASK, null, WORKING, Set.of()),
            new Move(OPEN, Verb.FINISH_TASK, null, WORKING, Set.of()));

    private MatterMoves() {}

    /** The move a verb makes from a stage, if it is allowed. */
    public static Optional<Move> find(Stage from, Verb verb) {
        return ALL.stream()
                .filter(m -> m.verb() == verb && m.from().contains(from))
                .findFirst();
    }
}
