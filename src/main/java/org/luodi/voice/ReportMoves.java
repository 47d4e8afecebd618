package org.luodi.voice;

import static org.luodi.voice.ReportMoves.Need.BASIS;
import static org.luodi.voice.ReportMoves.Need.CATEGORY;
import static org.luodi.voice.ReportMoves.Need.DUE_PASSED;
import static org.luodi.voice.ReportMoves.Need.FIRST_LOOK;
import static org.luodi.voice.ReportMoves.Need.GROUND;
import static org.luodi.voice.ReportMoves.Need.IN_TIME;
import static org.luodi.voice.ReportMoves.Need.MATTER;
import static org.luodi.voice.ReportMoves.Need.NOT_BOUND;
import static org.luodi.voice.ReportMoves.Need.REASON;
import static org.luodi.voice.ReportMoves.Need.SECOND_PERSON;
import static org.luodi.voice.ReportMoves.Need.STANDING_MATTER;
import static org.luodi.voice.ReportMoves.Need.UNIT;
import static org.luodi.voice.ReportMoves.Need.WORDS;
import static org.luodi.voice.Stage.ALONGSIDE;
import static org.luodi.voice.Stage.CHECKING;
import static org.luodi.voice.Stage.DISPUTED;
import static org.luodi.voice.Stage.JOINED;
import static org.luodi.voice.Stage.PASSED_ON;
import static org.luodi.voice.Stage.RECEIVED;
import static org.luodi.voice.Stage.SET_ASIDE;
import static org.luodi.voice.Stage.TAKEN;
import static org.luodi.voice.Stage.WITHDRAWN;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Role;
import org.luodi.platform.Worded;

/**
 * All allowed moves of a report: from, verb, to, who may, what it needs (mechanisms 18). No move drops a report: it becomes a
 * matter, joins one, is withdrawn by whoever made it, or is set aside by two persons above, which its receipt says.
 */
public final class ReportMoves {

    /** Who may: somebody with a receipt, a role at a unit or above it, or the clock. */
    public enum Who implements Worded {
        REPORTER(Set.of()),
        /** Whoever works at the unit that is asked; the receiver too, for it answers until another one has accepted. */
        DESK(Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY)),
        /** Whoever works at the unit that is asked. */
        ASKED(Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY)),
        /** An office above the receiver: nobody sets aside what may be about himself. */
        ABOVE(Set.of(Role.CLERK, Role.LEADER)),
        /** An office of the common superior. */
        ARBITER(Set.of(Role.CLERK, Role.LEADER)),
        SYSTEM(Set.of());

        private final Set<Role> roles;

        Who(Set<Role> roles) {
            this.roles = roles;
        }

        Set<Role> roles() {
            return roles;
        }

        boolean isOffice() {
            return !roles.isEmpty();
        }

        /** @param top whether there is no unit above the receiver, so that it must do itself */
        boolean allows(Grant grant, Report report, boolean top) {
            if (!roles.contains(grant.role())) {
                return false;
            }
            return switch (this) {
                case DESK -> grant.covers(report.askedAt()) || grant.covers(report.receiverAt());
                case ABOVE ->
                    grant.covers(report.receiverAt()) && (top || !grant.unit().equals(report.receiver()));
                default -> grant.covers(report.askedAt());
            };
        }
    }

    /** What a move asks for. */
    public enum Need implements Worded {
        /** A new matter: title, category, what shows, a day. */
        MATTER,
        /** An open matter of the unit that takes it. */
        STANDING_MATTER,
        GROUND,
        BASIS,
        /** Another unit: the one that is proposed, or the one that shall answer. */
        UNIT,
        REASON,
        WORDS,
        CATEGORY,
        /** The days in which it may be handed back are not over. */
        IN_TIME,
        /** No arbiter has decided. */
        NOT_BOUND,
        /** Nobody has held it for spam yet. */
        FIRST_LOOK,
        /** Somebody else has held it for spam. */
        SECOND_PERSON,
        DUE_PASSED
    }

    /**
     * One allowed move.
     *
     * @param from stages it may be made from; none where it brings the report into being
     * @param to the stage it leads to; null where the stage stays
     */
    public record Move(Set<Stage> from, Verb verb, Stage to, Who who, Set<Need> needs) {

        /** Where it starts, in order. */
        public List<Stage> stages() {
            return from.stream().sorted().toList();
        }

        /** What it needs, in the order in which forms ask. */
        public List<Need> needed() {
            return needs.stream().sorted().toList();
        }
    }

    private static final Set<Stage> ON_DESK = Set.of(RECEIVED, PASSED_ON);
    private static final Set<Stage> STANDING =
            Set.of(CHECKING, RECEIVED, PASSED_ON, DISPUTED, TAKEN, JOINED, ALONGSIDE);
    private static final Set<Stage> HELD =
            Set.of(CHECKING, RECEIVED, PASSED_ON, DISPUTED, TAKEN, JOINED, ALONGSIDE, SET_ASIDE);

    public static final List<Move> ALL = List.of(
            new Move(Set.of(), Verb.RECEIVE, RECEIVED, Who.REPORTER, Set.of(UNIT, WORDS)),
            new Move(Set.of(), Verb.HOLD, CHECKING, Who.REPORTER, Set.of(UNIT, WORDS)),
            new Move(Set.of(), Verb.ECHO, ALONGSIDE, Who.REPORTER, Set.of()),
            new Move(Set.of(CHECKING), Verb.RELEASE, RECEIVED, Who.DESK, Set.of()),
            new Move(Set.of(CHECKING), Verb.SUSPECT, null, Who.ABOVE, Set.of(FIRST_LOOK)),
            new Move(Set.of(CHECKING), Verb.SET_ASIDE, SET_ASIDE, Who.ABOVE, Set.of(SECOND_PERSON)),
            new Move(Set.of(CHECKING), Verb.PASS_UNSEEN, RECEIVED, Who.SYSTEM, Set.of(DUE_PASSED)),
            new Move(ON_DESK, Verb.TAKE, TAKEN, Who.DESK, Set.of(MATTER)),
            new Move(ON_DESK, Verb.JOIN, JOINED, Who.DESK, Set.of(STANDING_MATTER)),
            new Move(
                    Set.of(RECEIVED),
                    Verb.HAND_BACK,
                    PASSED_ON,
                    Who.ASKED,
                    Set.of(GROUND, BASIS, UNIT, IN_TIME, NOT_BOUND)),
            new Move(Set.of(PASSED_ON), Verb.HAND_BACK_AGAIN, DISPUTED, Who.ASKED, Set.of(GROUND, BASIS, UNIT)),
            new Move(Set.of(PASSED_ON), Verb.FALL_SILENT, DISPUTED, Who.SYSTEM, Set.of(DUE_PASSED)),
            new Move(Set.of(DISPUTED), Verb.DECIDE, RECEIVED, Who.ARBITER, Set.of(UNIT, REASON)),
            new Move(STANDING, Verb.ADD, null, Who.REPORTER, Set.of(WORDS)),
            new Move(STANDING, Verb.DOUBT, null, Who.REPORTER, Set.of(CATEGORY)),
            new Move(Set.of(SET_ASIDE), Verb.OBJECT, CHECKING, Who.REPORTER, Set.of(WORDS)),
            new Move(STANDING, Verb.WITHDRAW, WITHDRAWN, Who.REPORTER, Set.of()),
            new Move(Set.of(RECEIVED), Verb.GO_BESIDE, ALONGSIDE, Who.SYSTEM, Set.of()),
            new Move(Set.of(ALONGSIDE), Verb.FOLLOW, JOINED, Who.SYSTEM, Set.of()),
            new Move(Set.of(ALONGSIDE), Verb.STEP_IN, null, Who.SYSTEM, Set.of()),
            new Move(HELD, Verb.HAND_OVER, null, Who.SYSTEM, Set.of()));

    private ReportMoves() {}

    /** The move a verb makes from a stage, if it is allowed. */
    public static Optional<Move> find(Stage from, Verb verb) {
        return ALL.stream()
                .filter(m -> m.verb() == verb && m.from().contains(from))
                .findFirst();
    }
}
