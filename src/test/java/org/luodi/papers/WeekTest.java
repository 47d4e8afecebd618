package org.luodi.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.platform.Refusal;

class WeekTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 2);

    @Test
    void aWeekGoesFromMondayToSundayAlsoOverTheTurnOfAYear() {
        Week week = Week.read(null, TODAY);
        assertThat(week.word()).isEqualTo("2026-W53");
        assertThat(week.monday()).isEqualTo("2026-12-28");
        assertThat(week.sunday()).isEqualTo("2027-01-03");
        assertThat(Week.read("2026-W47", TODAY).monday()).isEqualTo("2026-11-16");
        assertThat(week.before().after()).isEqualTo(week);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-W01",
                "2025-W01",
                "2026-W54",
                "2026-W00",
                "47",
                "2026-11-16",
                "x",
                "2026-W47' or 1=1 --------------------"
            })
    void aWeekThatMakesNoSenseIsRefusedWithWhatItMayBe(String written) {
        assertThatThrownBy(() -> Week.read(written, TODAY)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.isParameter()).isTrue();
            assertThat(refusal.args()).startsWith("week").endsWith("2026-W03", "2026-W53");
        });
    }
}
