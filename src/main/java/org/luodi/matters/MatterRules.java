package org.luodi.matters;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Placement;
import org.luodi.platform.Refusal;

/** Whether a move may be made, and what it makes of a matter: pure, each no with its reason. */
final class MatterRules {

    private static final int TASK = 500;

    private MatterRules() {}

    /**
     * What a rule looks at besides the matter itself.
     *
     * @param detail its words
     * @param standing what was gathered since it last came back
     * @param grants what the person holds
     * @param actor the person's number
     */
    record Facts(Detail detail, Standing standing, List<Grant> grants, long actor, LocalDate today) {}

    /** The move that the command makes, or a refusal. */
    static MatterMoves.Move decide(Matter matter, Facts facts, Command command) {
        MatterMoves.Move move = MatterMoves.find(matter.stage(), command.verb())
                .orElseThrow(() -> Refusal.of(
                        "matters.refused.stage",
                        "matters.verb." + command.verb().word(),
                        "matters.stage." + matter.stage().word()));
        mayNot(matter, facts, move).ifPresent(refusal -> {
            throw refusal;
        });
        move.needed().forEach(need -> MatterNeeds.typed(need, matter, facts, command));
        return move;
    }

    /** Why this person may not make the move, whatever is typed; empty where nothing stands in the way. */
    static Optional<Refusal> mayNot(Matter matter, Facts facts, MatterMoves.Move move) {
        Optional<Refusal> who = who(matter, facts, move);
        if (who.isPresent()) {
            return who;
        }
        return move.needed().stream()
                .flatMap(need -> MatterNeeds.standing(need, matter, facts).stream())
                .findFirst();
    }

    /** Whether a task says what is to be done. */
    static void task(Task task) {
        MatterNeeds.refuseIf(task.what() == null || task.what().isBlank(), "matters.refused.task.what");
        MatterNeeds.refuseIf(task.what().length() > TASK, "matters.refused.long", TASK);
    }

    private static Optional<Refusal> who(Matter matter, Facts facts, MatterMoves.Move move) {
        boolean allowed = facts.grants().stream().anyMatch(g -> move.who().allows(g, matter, facts.standing()));
        return allowed
                ? Optional.empty()
                : Optional.of(Refusal.of("matters.refused.who." + move.who().word()));
    }

    /** The matter after an allowed move; {@code to} is where the unit that answers stands then. */
    static Matter moved(Command command, Matter old, Placement to, Acting acting) {
        MatterMoves.Move move = MatterMoves.find(old.stage(), command.verb()).orElseThrow();
        Stage stage = move.to() == null ? old.stage() : move.to();
        boolean dated = move.needs().contains(Need.DUE)
                || move.needs().contains(Need.NEW_DUE)
                || move.needs().contains(Need.LATER_DUE);
        LocalDate due = dated && command.due() != null ? command.due() : old.due();
        boolean goesUp = !to.unit().equals(old.unit()) && stage == Stage.RETURNED;
        Traits traits = traits(command, old, acting);
        return Revision.of(old)
                .place(to)
                .stage(stage)
                .due(due)
                .merged(move.to() == Stage.MERGED ? command.other() : old.mergedInto())
                .traits(goesUp ? traits.shownAt(old.symptom()) : traits)
                .by(acting);
    }

    private static Traits traits(Command command, Matter old, Acting acting) {
        Traits traits = old.traits();
        return switch (command.verb()) {
            case MARK -> traits.marked(true);
            case UNMARK -> traits.marked(false);
            case PRIORITISE -> traits.important(command.number());
            case JOIN_DRIVE -> traits.inDrive(command.number());
            case RELAPSE -> traits.checkedOn(null);
            case EXCLUDE, MERGE -> traits.important(null);
            case PROPOSE_EXCLUSION, PROPOSE_CORRECTION ->
                traits.proposedBy(acting.scope().actor().id());
            case DROP_CORRECTION -> traits.proposedBy(null);
            default -> traits;
        };
    }

    /** The day of the first look after another one, counted from closing; null after the last (mechanisms 50). */
    static LocalDate nextCheck(LocalDate closed, LocalDate after, List<Integer> checks) {
        return checks.stream()
                .map(closed::plusDays)
                .filter(day -> day.isAfter(after))
                .findFirst()
                .orElse(null);
    }

    /** Whether it rises one level: what comes back for the second time is no longer left where it was (mechanisms 54). */
    static boolean rises(Matter old, MatterMoves.Move move) {
        return move.to() == Stage.RETURNED && old.reopened() > 0 && !old.waits();
    }

    /** The matter after a correction; one that was proposed is answered by it. */
    static Matter amended(Matter old, Amendment amendment, Acting acting) {
        return Revision.of(old)
                .terms(amendment.category(), amendment.source())
                .raised(amendment.raisedOn())
                .due(amendment.due())
                .traits(old.stage().isOpen() ? old.traits() : old.traits().proposedBy(null))
                .by(acting);
    }
}
