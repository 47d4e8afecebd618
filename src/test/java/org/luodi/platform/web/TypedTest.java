package org.luodi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.platform.Refusal;

/** What was typed is read as it was meant, or refused by its name. */
class TypedTest {

    private static final List<String> UNITS = List.of("days", "hours");

    @Test
    void aFormIsReadAsItWasMeant() {
        Typed typed = new Typed(Map.of(
                "words",
                "  a\r\nb ",
                "none",
                " ",
                "count",
                "12",
                "id",
                "9999999999",
                "day",
                "2026-11-30",
                "box",
                "on",
                "unit",
                "days"));
        assertThat(typed.text("words")).isEqualTo("a\nb");
        assertThat(typed.text("none")).isNull();
        assertThat(typed.text("other")).isNull();
        assertThat(typed.number("count")).isEqualTo(12);
        assertThat(typed.id("id")).isEqualTo(9_999_999_999L);
        assertThat(typed.day("day")).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(typed.yes("box")).isTrue();
        assertThat(typed.yes("none")).isFalse();
        assertThat(typed.one("unit", TypedTest::unit, UNITS)).isEqualTo(TimeUnit.DAYS);
        assertThat(typed.one("other", TypedTest::unit, UNITS)).isNull();
    }

    @Test
    void aJsonObjectIsReadLikeAForm() {
        Map<String, Object> body = new HashMap<>(Map.of("count", 12, "box", false));
        body.put("words", null);
        Typed typed = Typed.of(body);
        assertThat(typed.number("count")).isEqualTo(12);
        assertThat(typed.yes("box")).isFalse();
        assertThat(typed.text("words")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "{a=1}", "[1]"})
    void whatMakesNoSenseIsRefusedByItsName(String value) {
        Typed typed = new Typed(Map.of("it", value));
        assertThat(refusals(
                        typed,
                        t -> t.number("it"),
                        t -> t.id("it"),
                        t -> t.day("it"),
                        t -> t.one("it", TypedTest::unit, UNITS)))
                .containsExactly(
                        "platform.parameter.number",
                        "platform.parameter.number",
                        "platform.parameter.day",
                        "platform.parameter.choice");
    }

    @SafeVarargs
    private static List<String> refusals(Typed typed, Consumer<Typed>... readings) {
        return Arrays.stream(readings)
                .map(reading -> catchThrowableOfType(Refusal.class, () -> reading.accept(typed))
                        .key())
                .toList();
    }

    private static Optional<TimeUnit> unit(String word) {
        return UNITS.contains(word) ? Optional.of(TimeUnit.valueOf(word.toUpperCase())) : Optional.empty();
    }
}
