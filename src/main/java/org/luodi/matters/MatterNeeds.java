package org.luodi.matters;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.luodi.platform.Refusal;

/** Whether what a move asks for is there: pure, each no with its reason. */
final class MatterNeeds {

    static final int TEXT = 4000;
    private static final int MOST_IMPORTANT = 999;

    /** What nobody can type: it must have happened. */
    private static final Set<Need> STANDING = EnumSet.of(
            Need.OWN_ANSWER,
            Need.TASKS_DONE,
            Need.EVIDENCE,
            Need.SYMPTOMS_GONE,
            Need.SYMPTOM_FREE,
            Need.ROOT_DONE,
            Need.ACCEPTED,
            Need.MARK,
            Need.SIGNATURE,
            Need.JUDGED,
            Need.SECOND_PERSON,
            Need.PROPOSED,
            Need.CHECK_DUE);

    /** What stands can only be told by looking beyond the matter itself. */
    private static final Set<Need> GATHERED = EnumSet.of(
            Need.TASKS_DONE,
            Need.EVIDENCE,
            Need.SYMPTOMS_GONE,
            Need.SYMPTOM_FREE,
            Need.ROOT_DONE,
            Need.LEVEL,
            Need.ACCEPTED,
            Need.SIGNATURE,
            Need.JUDGED);

    private MatterNeeds() {}

    /** Whether a move asks for more than the matter's own row tells. */
    static boolean gathered(MatterMoves.Move move) {
        return move.who() == Who.ACCEPTING
                || move.who() == Who.TAKING_PART
                || move.needs().stream().anyMatch(GATHERED::contains);
    }

    /** What is looked at beyond the tables of matters: evidence, and the levels that stand above the unit. */
    record Gathered(boolean proofs, boolean levels) {

        static final Gathered ALL = new Gathered(true, true);

        /** What a move asks for. */
        static Gathered by(MatterMoves.Move move) {
            boolean accepts = move.needs().contains(Need.LEVEL) || move.needs().contains(Need.ACCEPTED);
            return new Gathered(move.needs().contains(Need.EVIDENCE), accepts || move.who() == Who.ACCEPTING);
        }
    }

    /** Whether a person can meet the need on the form. */
    static boolean typed(Need need) {
        return !STANDING.contains(need);
    }

    /** Why a need that nobody can type is not met; empty where it is. */
    static Optional<Refusal> standing(Need need, Matter matter, MatterRules.Facts facts) {
        Standing s = facts.standing();
        return switch (need) {
            case OWN_ANSWER -> unless(!matter.waits(), "matters.refused.waits");
            case TASKS_DONE -> unless(s.openTasks() == 0, "matters.refused.tasks", s.openTasks());
            case EVIDENCE ->
                unless(s.proofs() > 0 || present(facts.detail().evidence()), "matters.refused.need.evidence");
            case SYMPTOMS_GONE -> unless(!s.symptomsLeft(), "matters.refused.need.symptoms-gone");
            case SYMPTOM_FREE -> unless(!s.symptoms(), "matters.refused.need.symptom-free");
            case ROOT_DONE -> unless(s.rootDone(), "matters.refused.need.root-done");
            case ACCEPTED -> unless(s.missing().isEmpty(), "matters.refused.need.accepted." + first(s));
            case MARK -> unless(matter.marked(), "matters.refused.need.mark");
            case SIGNATURE -> unless(!matter.marked() || s.signed(), "matters.refused.need.signature");
            case JUDGED -> unless(s.judged(), "matters.refused.need.judged");
            case SECOND_PERSON -> second(matter.traits().proposer(), facts.actor());
            case PROPOSED -> unless(matter.traits().proposer() != null, "matters.refused.need.proposed");
            case CHECK_DUE ->
                unless(
                        matter.nextCheck() != null && !matter.nextCheck().isAfter(facts.today()),
                        matter.nextCheck() == null
                                ? "matters.refused.need.check-due.none"
                                : "matters.refused.need.check-due",
                        matter.nextCheck());
            default -> Optional.empty();
        };
    }

    private static String first(Standing s) {
        return s.missing().stream().sorted().findFirst().orElse("");
    }

    private static Optional<Refusal> second(Long proposer, long actor) {
        return proposer == null
                ? Optional.of(Refusal.of("matters.refused.need.second-person.none"))
                : unless(proposer != actor, "matters.refused.need.second-person");
    }

    /** Refuses where the command lacks what the need asks for. */
    static void typed(Need need, Matter matter, MatterRules.Facts facts, Command command) {
        switch (need) {
            case REASON -> text(command.note(), null, need);
            case BASIS -> text(command.basis(), null, need);
            case MEASURES -> text(command.measures(), facts.detail().measures(), need);
            case NEW_MEASURES -> text(command.measures(), null, need);
            case FIXED -> text(command.fixed(), null, need);
            case LASTING -> {
                text(command.lasting(), facts.detail().lasting(), need);
                refuseIf(
                        present(command.evidence()) && command.evidence().length() > TEXT,
                        "matters.refused.long",
                        TEXT);
            }
            case NEW_DUE -> fresh(command.due(), matter, facts.today());
            case DUE -> due(command.due(), matter);
            case LATER_DUE -> later(command.due(), matter);
            case LEVEL -> level(command.level(), facts.standing());
            case VERDICT -> verdict(command.verdict(), command.verb(), facts.today());
            case IMPORTANCE -> importance(command.number());
            case UNIT ->
                refuseIf(command.unit() == null || command.unit().equals(matter.unit()), "matters.refused.need.unit");
            case OTHER ->
                refuseIf(command.other() == null || command.other().equals(matter.id()), "matters.refused.need.other");
            default -> {}
        }
    }

    private static void level(String given, Standing standing) {
        refuseIf(
                standing.accepting().stream().noneMatch(a -> a.level().equals(given)),
                given == null ? "matters.refused.need.level" : "matters.refused.need.level.not",
                given);
    }

    private static void importance(Integer given) {
        boolean outside = given != null && (given < 1 || given > MOST_IMPORTANT);
        refuseIf(outside, "matters.refused.need.importance", MOST_IMPORTANT);
    }

    private static void verdict(Verdict given, Verb verb, LocalDate today) {
        refuseIf(given == null || given.solved() == null, "matters.refused.need.verdict");
        refuseIf(
                given.receivedOn() == null || given.receivedOn().isAfter(today),
                "matters.refused.need.verdict.received");
        refuseIf(!"paper".equals(given.way()) && !"phone".equals(given.way()), "matters.refused.need.verdict.way");
        refuseIf(
                given.solved() == (verb == Verb.REWORK),
                given.solved() ? "matters.refused.need.verdict.solved" : "matters.refused.need.verdict.unsolved");
    }

    private static void text(String given, String standing, Need need) {
        refuseIf(!present(given) && !present(standing), "matters.refused.need." + need.word());
        refuseIf(present(given) && given.length() > TEXT, "matters.refused.long", TEXT);
    }

    private static boolean present(String text) {
        return text != null && !text.isBlank();
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

    private static Optional<Refusal> unless(boolean fine, String key, Object... args) {
        return fine ? Optional.empty() : Optional.of(Refusal.of(key, args));
    }

    static void refuseIf(boolean condition, String key, Object... args) {
        if (condition) {
            throw Refusal.of(key, args);
        }
    }
}
