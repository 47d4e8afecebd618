package org.luodi.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares with what they stand on; the bounds are those of Wilson (1927) at 95 %, as in published tables. */
class RateTest {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 278",
        "5, 10, 237, 763",
        "10, 10, 722, 1000",
        "81, 263, 255, 366",
        "15, 148, 62, 160",
        "1, 29, 6, 172",
    })
    void theIntervalIsThatOfWilson(long yes, long of, int low, int high) {
        Rate rate = Rate.of(yes, of, 5);
        assertThat(rate.low()).isEqualTo(low);
        assertThat(rate.high()).isEqualTo(high);
    }

    @Test
    void belowTheMinimumThereIsNoRate() {
        assertThat(Rate.of(4, 4, 5).isShown()).isFalse();
        assertThat(Rate.of(4, 5, 5).isShown()).isTrue();
        assertThat(Rate.of(0, 0, 1).isShown()).isFalse();
        assertThat(Rate.of(4, 4, 5)).isEqualTo(Rate.of(1, 3, 5)).isEqualTo(Rate.of(0, 0, 5));
    }

    @Test
    void silenceIsInNoShareButItsOwn() {
        Rates rates = new Rates(
                Map.of(
                        "kept",
                        6L,
                        "sent-back",
                        2L,
                        "silent",
                        8L,
                        "relapsed",
                        1L,
                        "sample.invited",
                        40L,
                        "sample.answered",
                        10L,
                        "sample.solved",
                        9L),
                5);
        assertThat(rates.rate("sample", "solved")).isEqualTo(Rate.of(9, 10, 5));
        assertThat(rates.rate("sample", "answered")).isEqualTo(Rate.of(10, 40, 5));
        assertThat(rates.silent()).isEqualTo(Rate.of(8, 16, 5));
        assertThat(rates.lasting()).isEqualTo(Rate.of(5, 6, 5));
    }
}
