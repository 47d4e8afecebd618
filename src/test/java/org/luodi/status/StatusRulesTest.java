package org.luodi.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luodi.platform.server.Rounds;
import org.luodi.status.Sign.Tone;

/** From when on something must be done; the same bounds stand in the definitions and in docs/operations.md. */
class StatusRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, GOOD", "60, GOOD", "61, WARN", "600, WARN", "601, BAD"})
    void aMinuteIsLateAndTenAreAFault(long seconds, Tone tone) {
        assertThat(StatusRules.lag(Duration.ofSeconds(seconds))).isEqualTo(tone);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, true, GOOD",
        "1, 0, true, WARN",
        "2, 0, true, WARN",
        "3, 0, true, BAD",
        "0, 60, true, GOOD",
        "0, 61, true, WARN",
        "1, 721, true, BAD",
        "0, 0, false, BAD"
    })
    void threeRoundsInARowThatBrokeOffOneThatHangsAndNoneAtAllAreFaults(
            int failures, long late, boolean alive, Tone tone) {
        var beat = new Rounds.Beat("fold", NOW, failures, Duration.ofMinutes(late), alive);
        assertThat(StatusRules.job(beat)).isEqualTo(tone);
    }

    @ParameterizedTest
    @CsvSource({"50, 100, GOOD", "9, 100, WARN", "4, 20, WARN", "4, 100, BAD", "0, 10, BAD", "60, 2000, BAD"})
    void roomCountsAsShareAndInGigabytes(long free, long all, Tone tone) {
        assertThat(StatusRules.room(free << 30, all << 30)).isEqualTo(tone);
    }

    @ParameterizedTest
    @CsvSource({"42, 60, GOOD", "43, 60, WARN", "54, 60, WARN", "55, 60, BAD"})
    void connectionsRunOut(long used, long most, Tone tone) {
        assertThat(StatusRules.connections(used, most)).isEqualTo(tone);
    }

    @ParameterizedTest
    @CsvSource({"25, GOOD", "26, WARN", "49, WARN", "50, BAD"})
    void aBackupIsMissingAfterADay(long hours, Tone tone) {
        assertThat(StatusRules.backup(NOW.minus(Duration.ofHours(hours)), NOW)).isEqualTo(tone);
    }

    @Test
    void noBackupAtAllIsAFault() {
        assertThat(StatusRules.backup(null, NOW)).isEqualTo(Tone.BAD);
    }

    @Test
    void aBackupIsRestoredOnTrialEachMonth() {
        assertThat(StatusRules.check(null, false, NOW)).isEqualTo(Tone.WARN);
        assertThat(StatusRules.check(NOW.minus(Duration.ofDays(35)), true, NOW)).isEqualTo(Tone.GOOD);
        assertThat(StatusRules.check(NOW.minus(Duration.ofDays(36)), true, NOW)).isEqualTo(Tone.WARN);
        assertThat(StatusRules.check(NOW, false, NOW)).isEqualTo(Tone.BAD);
    }

    @Test
    void aFailureToKeepTheLogStandsUntilTheNextSuccess() {
        assertThat(StatusRules.archive(null, null)).isEqualTo(Tone.GOOD);
        assertThat(StatusRules.archive(null, NOW)).isEqualTo(Tone.BAD);
        assertThat(StatusRules.archive(NOW, NOW.minusSeconds(1))).isEqualTo(Tone.GOOD);
        assertThat(StatusRules.archive(NOW.minusSeconds(1), NOW)).isEqualTo(Tone.BAD);
    }

    @ParameterizedTest
    @CsvSource({"30, GOOD", "29, WARN", "7, WARN", "6, BAD", "-1, BAD"})
    void certificatesEnd(long days, Tone tone) {
        assertThat(StatusRules.certificate(days)).isEqualTo(tone);
    }
}
