package org.luodi.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.luodi.organisation.Grant;
import org.luodi.platform.Refusal;
import org.luodi.programme.Programme;
import org.luodi.voice.ReportMoves.Move;
import org.luodi.voice.ReportMoves.Need;
import org.luodi.voice.ReportMoves.Who;

/** Whether a report may be made, and what may become of it: pure, each no with its reason. */
final class ReportRules {

    static final int TEXT = 5000;
    static final int WORDS = 4000;
    static final int TITLE = 500;
    static final int ADDITIONS = 50;

    private ReportRules() {}

    /**
     * What a rule looks at besides the report itself.
     *
     * @param grants what the person holds
     * @param actor the account, 0 for the clock
     * @param top whether there is no unit above the receiver
     * @param until the last day on which it may be handed back
     */
    record Facts(List<Grant> grants, long actor, boolean top, LocalDate today, LocalDate until) {}

    /** Whether what somebody reports can be kept. */
    static void check(NewReport report, Programme programme) {
        refuseIf(report.place() == null, "voice.refused.place");
        text(report.text());
        category(report.category(), programme);
    }

    /** The words of a reporter. */
    static void text(String text) {
        refuseIf(text == null || text.isBlank(), "voice.refused.text");
        refuseIf(text.length() > TEXT, "voice.refused.text.long", TEXT, text.length());
        refuseIf(text.indexOf('\0') >= 0, "voice.refused.characters");
    }

    static void category(Integer category, Programme programme) {
        refuseIf(category != null && programme.category(category).isEmpty(), "programme.refused.category", category);
    }

    /** The move that the answer makes, or a refusal. */
    static Move decide(Report report, Facts facts, ReportAnswer answer) {
        Move move = move(report, answer.verb());
        mayNot(report, facts, move).ifPresent(refusal -> {
            throw refusal;
        });
        move.needed().forEach(need -> check(need, report, answer));
        return move;
    }

    /** The move of the table, or a refusal that names verb and stage. */
    static Move move(Report report, Verb verb) {
        return ReportMoves.find(report.stage(), verb)
                .orElseThrow(() -> Refusal.of(
                        "voice.refused.stage",
                        "voice.verb." + verb.word(),
                        "voice.stage." + report.stage().word()));
    }

    /** Why this person may not make the move, whatever is typed; empty where nothing stands in the way. */
    static Optional<Refusal> mayNot(Report report, Facts facts, Move move) {
        Who who = move.who();
        if (facts.grants().stream().noneMatch(g -> who.allows(g, report, facts.top()))) {
            return Optional.of(Refusal.of("voice.refused.who." + who.word()));
        }
        return move.needed().stream()
                .flatMap(n -> unmet(n, report, facts).stream())
                .findFirst();
    }

    /** What the state of the report and the day do not allow. */
    private static Optional<Refusal> unmet(Need need, Report report, Facts facts) {
        boolean met = switch (need) {
            case IN_TIME -> !facts.today().isAfter(facts.until());
            case NOT_BOUND -> !report.bound();
            case FIRST_LOOK -> report.suspectedBy() == null;
            case SECOND_PERSON -> report.suspectedBy() != null && report.suspectedBy() != facts.actor();
            case DUE_PASSED -> report.isLate(facts.today());
            default -> true;
        };
        return met ? Optional.empty() : Optional.of(Refusal.of("voice.refused.need." + need.word(), facts.until()));
    }

    private static void check(Need need, Report report, ReportAnswer answer) {
        switch (need) {
            case GROUND -> refuseIf(answer.ground() == null, "voice.refused.need.ground");
            case BASIS, REASON -> words(answer.words(), need);
            case UNIT -> unit(report, answer);
            case MATTER -> draft(answer.draft());
            case STANDING_MATTER -> refuseIf(answer.matter() == null, "voice.refused.need.standing-matter");
            default -> {}
        }
    }

    private static void unit(Report report, ReportAnswer answer) {
        refuseIf(answer.unit() == null, "voice.refused.need.unit");
        refuseIf(report.aboutHandler() && answer.unit().equals(report.place()), "voice.refused.unit.handler");
        refuseIf(answer.verb() != Verb.DECIDE && answer.unit().equals(report.asked()), "voice.refused.unit.same");
    }

    private static void draft(ReportAnswer.Draft draft) {
        refuseIf(draft == null || draft.title() == null || draft.title().isBlank(), "voice.refused.need.matter");
        refuseIf(draft.title().length() > TITLE, "voice.refused.long", TITLE);
        refuseIf(draft.category() == null, "voice.refused.need.category");
        refuseIf(!PersonalData.in(draft.words()).isEmpty(), "voice.refused.personal");
    }

    private static void words(String given, Need need) {
        refuseIf(given == null || given.isBlank(), "voice.refused.need." + need.word());
        refuseIf(given.length() > WORDS, "voice.refused.long", WORDS);
        refuseIf(given.indexOf('\0') >= 0, "voice.refused.characters");
    }

    private static void refuseIf(boolean condition, String key, Object... args) {
        if (condition) {
            throw Refusal.of(key, args);
        }
    }
}
