package org.luodi.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeFileTest {

    private static final String GOOD = """
            id: small
            version: 1
            name: {zh: 小, en: Small}
            due-days: 30
            soft-limit: 5
            acceptance: [county]
            batches:
              - key: 1
                name: {zh: 一, en: One}
                start: 2026-01-01
                end: 2026-06-30
                levels: [county]
            categories:
              - key: 1
                name: {zh: 就业, en: Work}
                definition: {zh: 找工作, en: Finding work}
            sources:
              - key: 1
                name: {zh: 自查, en: Self-check}
            guidance:
              - name: {zh: 村, en: Village}
                classes: [village]
                focus: {zh: 治理, en: Govern}
                reason: {zh: 在村里, en: In villages}
            rules:
              - key: none
                text: {zh: 无, en: None}
            claim-days: 10
            appeal-days: 5
            evaluation: yes
            checks: [30, 90]
            asking: {window-days: 7, sample: 3, minimum: 4, again: fresh, rest-days: 20}
            drives:
              - key: 1
                name: {zh: 整治, en: Drive}
                theme: {zh: 烂尾, en: Half-built}
                lead: "1"
                scope: "1"
                categories: [1]
                checklist:
                  - {zh: 有没有, en: Is there any}
            """;

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("version: 1", "version: one", 2, "version"),
                Arguments.of("due-days: 30", "\tdue-days: 30", 4, "YAML"),
                Arguments.of("due-days: 30", "due-days: 0", 4, "due-days"),
                Arguments.of("due-days: 30", "due-day: 30", 4, "due-day"),
                Arguments.of("acceptance: [county]", "acceptance: [moon]", 6, "moon"),
                Arguments.of("    start: 2026-01-01", "    start: 1.1.2026", 10, "start"),
                Arguments.of("    end: 2026-06-30", "    end: 2025-06-30", 8, "2025-06-30"),
                Arguments.of("    levels: [county]", "    levels: [planet]", 12, "planet"),
                Arguments.of("    definition: {zh: 找工作, en: Finding work}\n", "", 14, "definition"),
                Arguments.of("    classes: [village]", "    classes: [castle]", 22, "castle"),
                Arguments.of(
                        "sources:\n  - key: 1\n    name: {zh: 自查, en: Self-check}\n", "sources: []\n", 17, "sources"),
                Arguments.of("claim-days: 10", "claim-days: none", 28, "claim-days"),
                Arguments.of("appeal-days: 5", "appeal-days: 0", 29, "appeal-days"),
                Arguments.of("evaluation: yes", "evaluation: maybe", 30, "maybe"),
                Arguments.of("checks: [30, 90]", "checks: [0]", 31, "checks"),
                Arguments.of("window-days: 7", "window-days: 0", 32, "window-days"),
                Arguments.of("sample: 3", "sample: many", 32, "sample"),
                Arguments.of("again: fresh", "again: never", 32, "never"),
                Arguments.of("rest-days: 20", "rest: 20", 32, "rest"),
                Arguments.of("    scope: \"1\"\n", "", 34, "scope"),
                Arguments.of("en: Small}", "en: ''}", 3, "en"),
                Arguments.of("    name: {zh: 就业, en: Work}", "    parent: 7\n    name: {zh: 就业, en: Work}", 14, "7"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aFaultNamesItsLineAndWhatIsWrong(String good, String bad, int line, String what) {
        assertThat(GOOD).contains(good);
        ProgrammeFault fault = catchThrowableOfType(
                ProgrammeFault.class, () -> ProgrammeFile.read("small.yaml", GOOD.replace(good, bad)));
        assertThat(fault.faults())
                .anySatisfy(f -> assertThat(f)
                        .contains("第 " + line + " 行")
                        .contains("Line " + line)
                        .contains(what));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String text = GOOD.replace("version: 1", "version: one").replace("[county]", "[moon]");
        ProgrammeFault fault = catchThrowableOfType(ProgrammeFault.class, () -> ProgrammeFile.read("small.yaml", text));
        assertThat(fault.faults()).hasSize(3);
        assertThat(fault.getMessage()).startsWith("small.yaml");
    }

    @Test
    void aKeyIsUsedOnce() {
        String text = GOOD + "";
        String twice = text.replace("sources:\n", "sources:\n  - key: 1\n    name: {zh: 信访, en: Petition}\n");
        ProgrammeFault fault =
                catchThrowableOfType(ProgrammeFault.class, () -> ProgrammeFile.read("small.yaml", twice));
        assertThat(fault.faults()).singleElement().asString().contains("第 20 行");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(catchThrowableOfType(ProgrammeFault.class, () -> ProgrammeFile.read("empty.yaml", ""))
                        .faults())
                .hasSize(1);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThat(catchThrowableOfType(ProgrammeFault.class, () -> new Programmes("nowhere/at-all.yaml")))
                .hasMessageContaining("nowhere/at-all.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demonstration", "second-batch-2023"})
    void whatShipsIsWhole(String name) {
        Programme programme = new Programmes(name).current();
        assertThat(programme.categories().stream()
                        .filter(Programme.Term::need)
                        .map(t -> t.name().zh()))
                .containsExactly("就业", "教育", "医疗", "托育", "住房", "养老");
        assertThat(programme.rules()).anyMatch(r -> r.key().equals("end-closes-nothing"));
        assertThat(programme.guidanceFor("school", "other")).hasSizeGreaterThan(1);
    }

    @Test
    void theSourceRunsAcrossTheYearEnd() {
        Programme programme = new Programmes("second-batch-2023").current();
        assertThat(programme.batchOn(LocalDate.of(2023, 12, 31)).orElseThrow().key())
                .isEqualTo(2);
        assertThat(programme.batchOn(LocalDate.of(2024, 2, 1))).isEmpty();
    }
}
