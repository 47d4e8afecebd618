package org.luodi.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luodi.matters.Verdict;
import org.luodi.platform.Refusal;

/** What follows from what those affected say, line by line. */
class EvaluationRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    /** R reporter, M me-too, S sample; three signs each: solved, satisfied, true. */
    @ParameterizedTest
    @CsvSource({
        "'', silent",
        "'R+++', kept",
        "'R++-', kept",
        "'R-++', sent-back",
        "'R+-+', sent-back",
        "'R+++ M-++', sent-back",
        "'R+++ M+-+', sent-back",
        "'R+++ S-++', sent-back",
        "'R+++ S-++ S+++', kept",
        "'R+++ S-++ S-++ S+++', sent-back",
        "'R+++ S+-+ S+-+', kept",
        "'S+++', kept",
        "'S---', sent-back",
        "'M+++ S+++ S+++', kept",
    })
    void theFirstLineThatFitsDecides(String said, String outcome) {
        assertThat(EvaluationRules.outcome(said(said)).word()).isEqualTo(outcome);
    }

    @Test
    void silenceIsKeptAsSilenceAndNeverAsConsent() {
        Verdict silent = EvaluationRules.verdict(Outcome.SILENT, List.of(), DAY);
        assertThat(silent.solved()).isNull();
        assertThat(silent.satisfied()).isNull();
        assertThat(silent.word()).isEqualTo("silent");
    }

    @ParameterizedTest
    @CsvSource({
        "'R+++', true, true, true",
        "'R++- S++-', true, true, false",
        "'R+++ S+-+ S+--', true, false, true",
        "'R-++', false, true, true",
    })
    void theVerdictSaysWhatMostSay(String said, boolean solved, boolean satisfied, boolean fits) {
        List<Said> all = said(said);
        Verdict verdict = EvaluationRules.verdict(EvaluationRules.outcome(all), all, DAY);
        assertThat(verdict).isEqualTo(new Verdict(solved, satisfied, fits, "evaluation", DAY));
    }

    @ParameterizedTest
    @CsvSource({"?++, solved", "+?+, satisfied", "++?, fits"})
    void eachQuestionIsToBeAnswered(String signs, String question) {
        assertThat(key(answer(signs, null))).isEqualTo("evaluations.refused." + question);
    }

    @Test
    void wordsAreOptionalAndNotTooLong() {
        EvaluationRules.answer(answer("+++", null));
        EvaluationRules.answer(answer("+++", "好".repeat(2000)));
        assertThat(key(answer("+++", "好".repeat(2001)))).isEqualTo("evaluations.refused.words");
        assertThat(key(answer("+++", "好\0"))).isEqualTo("evaluations.refused.characters");
    }

    private static String key(Answer answer) {
        return catchThrowableOfType(Refusal.class, () -> EvaluationRules.answer(answer))
                .key();
    }

    private static List<Said> said(String all) {
        return Arrays.stream(all.split(" "))
                .filter(s -> !s.isEmpty())
                .map(s -> new Said(part(s.charAt(0)), answer(s.substring(1), null)))
                .toList();
    }

    private static Part part(char sign) {
        return sign == 'R' ? Part.REPORTER : sign == 'M' ? Part.METOO : Part.SAMPLE;
    }

    static Answer answer(String signs, String words) {
        return new Answer(yes(signs.charAt(0)), yes(signs.charAt(1)), yes(signs.charAt(2)), words);
    }

    private static Boolean yes(char sign) {
        return sign == '?' ? null : (Boolean) (sign == '+');
    }
}
