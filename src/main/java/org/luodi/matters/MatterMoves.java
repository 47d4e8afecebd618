package org.luodi.matters;

import static org.luodi.matters.Need.ACCEPTED;
import static org.luodi.matters.Need.BASIS;
import static org.luodi.matters.Need.CHANGE;
import static org.luodi.matters.Need.CHECK_DUE;
import static org.luodi.matters.Need.DRIVE;
import static org.luodi.matters.Need.DUE;
import static org.luodi.matters.Need.EVIDENCE;
import static org.luodi.matters.Need.FIXED;
import static org.luodi.matters.Need.IMPORTANCE;
import static org.luodi.matters.Need.JUDGED;
import static org.luodi.matters.Need.LASTING;
import static org.luodi.matters.Need.LATER_DUE;
import static org.luodi.matters.Need.LEVEL;
import static org.luodi.matters.Need.MARK;
import static org.luodi.matters.Need.MEASURES;
import static org.luodi.matters.Need.NEW_DUE;
import static org.luodi.matters.Need.NEW_MEASURES;
import static org.luodi.matters.Need.OTHER;
import static org.luodi.matters.Need.OWN_ANSWER;
import static org.luodi.matters.Need.PROPOSED;
import static org.luodi.matters.Need.REASON;
import static org.luodi.matters.Need.ROOT_DONE;
import static org.luodi.matters.Need.SECOND_PERSON;
import static org.luodi.matters.Need.SIGNATURE;
import static org.luodi.matters.Need.SYMPTOMS_GONE;
import static org.luodi.matters.Need.SYMPTOM_FREE;
import static org.luodi.matters.Need.TASKS_DONE;
import static org.luodi.matters.Need.UNIT;
import static org.luodi.matters.Need.VERDICT;
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
import static org.luodi.matters.Who.ABOVE;
import static org.luodi.matters.Who.ACCEPTING;
import static org.luodi.matters.Who.CONCERNED;
import static org.luodi.matters.Who.LOWEST;
import static org.luodi.matters.Who.OFFICE;
import static org.luodi.matters.Who.OWN_LEADER;
import static org.luodi.matters.Who.SYSTEM;
import static org.luodi.matters.Who.TAKING_PART;
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
    private static final Set<Stage> ENDED = Set.of(CLOSED, EXCLUDED, MERGED);

    public static final List<Move> ALL = List.of(
            new Move(Set.of(), Verb.RAISE, RAISED, WORKING, Set.of()),
            new Move(Set.of(RAISED), Verb.PLACE, PLACED, OFFICE, Set.of(DUE)),
            new Move(Set.of(PLACED), Verb.ACT, ACTING, WORKING, Set.of(OWN_ANSWER, MEASURES, DUE)),
            new Move(Set.of(RETURNED, RELAPSED), Verb.ACT, ACTING, WORKING, Set.of(OWN_ANSWER, NEW_MEASURES, NEW_DUE)),
            new Move(Set.of(ACTING), Verb.SETTLE, SETTLED, WORKING, Set.of(OWN_ANSWER, TASKS_DONE, FIXED, LASTING)),
            new Move(Set.of(SETTLED), Verb.CONFIRM, CONFIRMED, LOWEST, Set.of(SYMPTOMS_GONE)),
            new Move(Set.of(SETTLED, CONFIRMED), Verb.JUDGE, null, ABOVE, Set.of(VERDICT)),
            new Move(Set.of(CONFIRMED), Verb.ACCEPT, null, ACCEPTING, Set.of(LEVEL)),
            new Move(Set.of(CONFIRMED), Verb.SIGN, null, OWN_LEADER, Set.of(MARK)),
            new Move(
                    Set.of(CONFIRMED),
                    Verb.CLOSE,
                    CLOSED,
                    OFFICE,
                    Set.of(TASKS_DONE, EVIDENCE, SYMPTOMS_GONE, ROOT_DONE, ACCEPTED, SIGNATURE, JUDGED)),
            new Move(Set.of(SETTLED, CONFIRMED), Verb.RETURN, RETURNED, CONCERNED, Set.of(REASON)),
            new Move(Set.of(SETTLED, CONFIRMED), Verb.REWORK, RETURNED, ABOVE, Set.of(REASON, VERDICT)),
            new Move(Set.of(CONFIRMED), Verb.REJECT, RETURNED, ACCEPTING, Set.of(REASON, LEVEL)),
            new Move(Set.of(CLOSED), Verb.CHECK, null, CONCERNED, Set.of(CHECK_DUE)),
            new Move(Set.of(CLOSED), Verb.RELAPSE, RELAPSED, CONCERNED, Set.of(REASON)),
            new Move(
                    Set.of(RAISED, PLACED),
                    Verb.PROPOSE_EXCLUSION,
                    null,
                    OFFICE,
                    Set.of(OWN_ANSWER, SYMPTOM_FREE, REASON, BASIS)),
            new Move(
                    Set.of(RAISED, PLACED),
                    Verb.EXCLUDE,
                    EXCLUDED,
                    OFFICE,
                    Set.of(OWN_ANSWER, SYMPTOM_FREE, SECOND_PERSON)),
            new Move(ENDED, Verb.PROPOSE_CORRECTION, null, WORKING, Set.of(REASON, CHANGE)),
            new Move(ENDED, Verb.CORRECT, null, OFFICE, Set.of(SECOND_PERSON)),
            new Move(ENDED, Verb.DROP_CORRECTION, null, OFFICE, Set.of(PROPOSED, REASON)),
            new Move(UNDER_WAY, Verb.MERGE, MERGED, OFFICE, Set.of(OWN_ANSWER, SYMPTOM_FREE, REASON, OTHER)),
            new Move(UNDER_WAY, Verb.POSTPONE, null, OFFICE, Set.of(OWN_ANSWER, REASON, LATER_DUE)),
            new Move(UNDER_WAY, Verb.HAND_OVER, null, OFFICE, Set.of(OWN_ANSWER, REASON, UNIT)),
            new Move(OPEN, Verb.RELAY, null, SYSTEM, Set.of()),
            new Move(UNDER_WAY, Verb.TIE, ACTING, SYSTEM, Set.of()),
            new Move(Set.of(ACTING, RETURNED, RELAPSED), Verb.ASK, SETTLED, SYSTEM, Set.of()),
            new Move(Set.of(SETTLED, CONFIRMED), Verb.EVALUATE, null, SYSTEM, Set.of()),
            new Move(Set.of(SETTLED, CONFIRMED), Verb.SEND_BACK, RETURNED, SYSTEM, Set.of()),
            new Move(OPEN, Verb.MARK, null, OFFICE, Set.of()),
            new Move(OPEN, Verb.UNMARK, null, ABOVE, Set.of(MARK, REASON)),
            new Move(OPEN, Verb.PRIORITISE, null, WORKING, Set.of(IMPORTANCE)),
            new Move(OPEN, Verb.JOIN_DRIVE, null, OFFICE, Set.of(DRIVE)),
            new Move(OPEN, Verb.AMEND, null, WORKING, Set.of()),
            new Move(UNDER_WAY, Verb.ADD_TASK, null, WORKING, Set.of()),
            new Move(OPEN, Verb.FINISH_TASK, null, TAKING_PART, Set.of()));

    private MatterMoves() {}

    /** The move a verb makes from a stage, if it is allowed. */
    public static Optional<Move> find(Stage from, Verb verb) {
        return ALL.stream()
                .filter(m -> m.verb() == verb && m.from().contains(from))
                .findFirst();
    }
}
