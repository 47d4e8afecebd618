package org.luodi.evaluations;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.luodi.matters.Verdict;
import org.luodi.platform.Refusal;

/** What follows from what those affected say: pure (mechanisms 53, 54; docs/decisions/100-who-is-asked-and-what-follows.md). */
final class EvaluationRules {

    static final int WORDS = 2000;

    private EvaluationRules() {}

    /** How an asking ends: the first line that fits. */
    static Outcome outcome(List<Said> said) {
        if (said.isEmpty()) {
            return Outcome.SILENT;
        }
        if (said.stream().anyMatch(s -> s.part().isConcerned() && s.answer().isNo())) {
            return Outcome.SENT_BACK;
        }
        List<Said> sample = said.stream().filter(s -> s.part() == Part.SAMPLE).toList();
        return !sample.isEmpty() && !most(sample, Answer::solved) ? Outcome.SENT_BACK : Outcome.KEPT;
    }

    /** What is kept with the matter. */
    static Verdict verdict(Outcome outcome, List<Said> said, LocalDate day) {
        return outcome == Outcome.SILENT
                ? Verdict.silent(day)
                : Verdict.evaluated(
                        outcome == Outcome.KEPT, most(said, Answer::satisfied), most(said, Answer::fits), day);
    }

    /** Whether at least half say yes. */
    private static boolean most(List<Said> said, Function<Answer, Boolean> question) {
        long yes = said.stream().filter(s -> question.apply(s.answer())).count();
        return yes * 2 >= said.size();
    }

    /** Whether an answer is one. */
    static void answer(Answer answer) {
        refuseIf(answer.solved() == null, "evaluations.refused.solved");
        refuseIf(answer.satisfied() == null, "evaluations.refused.satisfied");
        refuseIf(answer.fits() == null, "evaluations.refused.fits");
        String words = answer.words() == null ? "" : answer.words();
        refuseIf(words.strip().length() > WORDS, "evaluations.refused.words", WORDS);
        refuseIf(words.indexOf('\0') >= 0, "evaluations.refused.characters");
    }

    static void refuseIf(boolean wrong, String key, Object... args) {
        if (wrong) {
            throw Refusal.of(key, args);
        }
    }
}
