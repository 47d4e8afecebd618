package org.luodi.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkingDaysTest {

    private static final String GOOD = """
            years:
              - year: 2026
                announced: 2025-11-04
                holidays:
                  - {name: 元旦, from: 2026-01-01, to: 2026-01-03}
                make-up: [2026-01-04]
            """;

    private final WorkingDays days = new WorkingDays();

    @ParameterizedTest
    @CsvSource({
        // an ordinary week, and over a weekend
        "2026-03-02, 1, 2026-03-03",
        "2026-03-06, 1, 2026-03-09",
        "2026-03-07, 1, 2026-03-09",
        "2026-03-02, 5, 2026-03-09",
        "2026-03-02, 0, 2026-03-02",
        // spring festival, with the Saturdays worked before and after it
        "2023-01-20, 1, 2023-01-28",
        "2023-01-20, 3, 2023-01-30",
        "2024-02-09, 1, 2024-02-18",
        "2025-01-27, 2, 2025-02-06",
        "2026-02-13, 1, 2026-02-14",
        "2026-02-14, 1, 2026-02-24",
        "2026-02-13, 10, 2026-03-05",
        // national day
        "2023-09-28, 1, 2023-10-07",
        "2026-09-30, 3, 2026-10-10",
        "2025-09-30, 1, 2025-10-09",
        // the year's end, and the beginning of a year nothing is announced of
        "2022-12-30, 1, 2023-01-03",
        "2026-12-31, 1, 2027-01-01",
        "2027-10-01, 1, 2027-10-04"
    })
    void aTermEndsOnTheWorkingDay(LocalDate from, int count, LocalDate end) {
        assertThat(days.after(from, count)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-04-23, true", "2024-05-11, true", "2024-02-09, true", "2025-01-26, true", "2026-09-20, true",
        "2023-04-05, false", "2024-09-16, false", "2025-06-02, false", "2026-06-19, false", "2026-03-01, false"
    })
    void aDayIsWorkedOrNot(LocalDate day, boolean worked) {
        assertThat(days.isWorked(day)).isEqualTo(worked);
    }

    @Test
    void aYearHasAsManyWorkingDaysAsTheNoticesLeave() {
        assertThat(Stream.of(2023, 2024, 2025, 2026).map(this::workedIn)).containsExactly(249L, 251L, 248L, 248L);
        assertThat(days.lastYear()).isEqualTo(2026);
    }

    private long workedIn(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(days::isWorked)
                .count();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("year: 2026", "year: next", 2, "year"),
                Arguments.of("years:", "year:", 1, "year"),
                Arguments.of("announced: 2025-11-04", "announced: soon", 3, "announced"),
                Arguments.of("to: 2026-01-03", "to: 2025-12-31", 5, "2025-12-31"),
                Arguments.of("from: 2026-01-01, to: 2026-01-03", "from: 2027-01-01, to: 2027-01-01", 5, "2027-01-01"),
                Arguments.of("name: 元旦, ", "", 5, "name"),
                Arguments.of("[2026-01-04]", "[2026-01-05]", 6, "2026-01-05"),
                Arguments.of("[2026-01-04]", "[2026-01-03]", 6, "2026-01-03"),
                Arguments.of("[2026-01-04]", "[2026-01-04, 2026-01-04]", 6, "2026-01-04"),
                Arguments.of("[2026-01-04]", "[2027-01-03]", 6, "2027-01-03"),
                Arguments.of("[2026-01-04]", "[4.1.2026]", 6, "make-up"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aFaultNamesItsLineAndWhatIsWrong(String good, String bad, int line, String what) {
        assertThat(WorkingDays.of(GOOD).isWorked(LocalDate.of(2026, 1, 4))).isTrue();
        ProgrammeFault fault =
                catchThrowableOfType(ProgrammeFault.class, () -> WorkingDays.of(GOOD.replace(good, bad)));
        assertThat(fault.faults())
                .anySatisfy(f -> assertThat(f).contains("第 " + line + " 行").contains(what));
    }
}
