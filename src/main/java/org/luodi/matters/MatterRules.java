package org.luodi.matters;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Placement;
import org.luodi.platform.Refusal;

/** Whether a move may be made, and what it makes of a matter: pure, each no with its reason. */
final class MatterRules {

    static final int TEXT = 4000;
    private static final int TASK = 500;

    private MatterRules() {}

    /**
     * What a rule looks at besides the matter itself.
     *
     * @param detail its words
     * @param openTasks how many tasks are not done
     * @param grants what the person holds at the matter's position
     */
    record Facts(Detail detail, int openTasks, List<Grant> grants, LocalDate today) {}

    /** The move that the command makes, or a refusal. */
    static MatterMoves.Move decide(Matter matter, Facts facts, Command command) {
        MatterMoves.Move move = MatterMoves.find(matter.stage(), command.verb())
                .orElseThrow(() -> Refusal.of(
                        "matters.refused.stage",
                        "matters.verb." + command.verb().word(),
                        "matters.stage." + matter.stage().word()));
        who(matter, facts, move).ifPresent(refusal -> {
            throw refusal;
        });
        move.needs().stream().sorted().forEach(need -> check(need, matter, facts, command));
        return move;
    }

    /** Why this person may not make the move, whatever is typed; empty where nothing stands in the way. */
    static Optional<Refusal> mayNot(Matter matter, Facts facts, MatterMoves.Move move) {
        Optional<Refusal> who = who(matter, facts, move);
        if (who.isPresent()) {
            return who;
        }
        boolean tasksLeft = move.needs().contains(Need.TASKS_DONE) && facts.openTasks() > 0;
        return tasksLeft ? Optional.of(Refusal.of("matters.refused.tasks", facts.openTasks())) : Optional.empty();
    }

    /** Whether a task says what is to be done. */
    static void task(Task task) {
        refuseIf(task.what() == null || task.what().isBlank(), "matters.refused.task.what");
        refuseIf(task.what().length() > TASK, "matters.refused.long", TASK);
    }

    private static Optional<Refusal> who(Matter matter, Facts facts, MatterMoves.Move move) {
        boolean allowed = facts.grants().stream().anyMatch(g -> move.who().allows(g, matter.unit()));
        return allowed
                ? Optional.empty()
                : Optional.of(
                        Refusal.of("matters.refused.who." + move.who().name().toLowerCase(java.util.Locale.ROOT)));
    }

    private static void check(Need need, Matter matter, Facts facts, Command command) {
        switch (need) {
            case REASON -> text(command.note(), null, need);
            case BASIS -> text(command.basis(), null, need);
            case MEASURES -> text(command.measures(), facts.detail().measures(), need);
            case NEW_MEASURES -> text(command.measures(), null, need);
            case NEW_DUE -> fresh(command.due(), matter, facts.today());
            case FIXED -> text(command.fixed(), null, need);
            case LASTING -> text(command.lasting(), facts.detail().lasting(), need);
            case DUE -> due(command.due(), matter);
            case LATER_DUE -> later(command.due(), matter);
            case TASKS_DONE -> refuseIf(facts.openTasks() > 0, "matters.refused.tasks", facts.openTasks());
            case UNIT ->
                refuseIf(command.unit() == null || command.unit().equals(matter.unit()), "matters.refused.need.unit");
            case OTHER ->
                refuseIf(command.other() == null || command.other().equals(matter.id()), "matters.refused.need.other");
        }
    }

    private static void text(String given, String standing, Need need) {
        boolean empty = given == null || given.isBlank();
        refuseIf(empty && (standing == null || standing.isBlank()), "matters.refused.need." + need.word());
        refuseIf(!empty && given.length() > TEXT, "matters.refused.long", TEXT);
    }

    private static void due(LocalDate given, Matter matter) {
        refuseIf(given == null && matter.due() == null, "matters.refused.need.due");
        refuseIf(given != null && given.isBefore(matter.raisedOn()), "matters.refused.due.before", matter.raisedOn());
    }

    private static void fresh(LocalDate given, Matter matter, LocalDate today) {
        refuseIf(given == null || given.isBefore(today), "matters.refused.need.new-due");
        due(given, matter);
    }

    private static void later(LocalDate given, Matter matter) {
        refuseIf(given == null, "matters.refused.need.later-due");
        refuseIf(
                matter.due() != null && !given.isAfter(matter.due()),
                "matters.refused.need.later-due.than",
                matter.due());
        due(given, matter);
    }

    private static void refuseIf(boolean condition, String key, Object... args) {
        if (condition) {
            throw Refusal.of(key, args);
        }
    }

    /** The matter after an allowed move. */
    static Matter moved(Command command, Matter old, Placement placement, Acting acting) {
        MatterMoves.Move move = MatterMoves.find(old.stage(), command.verb()).orElseThrow();
        Stage stage = move.to() == null ? old.stage() : move.to();
        boolean comesBack = stage == Stage.RETURNED || stage == Stage.RELAPSED;
        boolean dated = move.needs().contains(Need.DUE)
                || move.needs().contains(Need.NEW_DUE)
                || move.needs().contains(Need.LATER_DUE);
        LocalDate due = dated && command.due() != null ? command.due() : old.due();
        return new Matter(
                old.id(),
                old.number(),
                placement.unit(),
                placement.at(),
                stage,
                old.category(),
                old.source(),
                old.batch(),
                old.raisedOn(),
                due,
                old.reopened() + (comesBack && stage != old.stage() ? 1 : 0),
                stage == Stage.MERGED ? command.other() : old.mergedInto(),
                old.version() + 1,
                acting.scope().actor().id(),
                acting.at());
    }

    /** The matter after a correction. */
    static Matter amended(Matter old, Amendment amendment, Acting acting) {
        return new Matter(
                old.id(),
                old.number(),
                old.unit(),
                old.at(),
                old.stage(),
                amendment.category(),
                amendment.source(),
                old.batch(),
                amendment.raisedOn(),
                amendment.due(),
                old.reopened(),
                old.mergedInto(),
                old.version() + 1,
                acting.scope().actor().id(),
                acting.at());
    }
}
