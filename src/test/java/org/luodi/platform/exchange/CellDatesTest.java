package org.luodi.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-09-05",
                "2023/9/5",
                "2023.9.5",
                "2023年9月5日",
                "2023年09月05",
                "20230905",
                "45174",
                "45174.6",
                " 2023 - 9 - 5 ",
                "２０２３年９月５日",
                "2023-09-05 14:30",
                "2023-09-05T14:30:00",
                "2023年9月5日 14时"
            })
    void aDayIsReadHoweverItIsWritten(String text) {
        assertThat(Cell.of(text).date()).contains(LocalDate.of(2023, 9, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9月底",
                "2023年9月",
                "2023",
                "5/9/2023",
                "23.9.5",
                "2023-13-01",
                "2023-02-29",
                "20231301",
                "0905",
                "2023-09-05abc",
                "99999",
                "12345",
                "2999-01-01",
                "长期坚持"
            })
    void whatIsNotOneDayIsNone(String text) {
        assertThat(Cell.of(text).date()).isEmpty();
    }

    @Test
    void serialNumbersKnowTheDayThatNeverWas() {
        assertThat(CellDates.moment(59, false).orElseThrow()).isEqualTo("1900-02-28T00:00");
        assertThat(CellDates.moment(61, false).orElseThrow()).isEqualTo("1900-03-01T00:00");
        assertThat(CellDates.moment(1, true).orElseThrow()).isEqualTo("1904-01-02T00:00");
        assertThat(CellDates.moment(45174.9999999, false).orElseThrow()).isEqualTo("2023-09-06T00:00");
        assertThat(CellDates.moment(0.5, false)).isEmpty();
        assertThat(CellDates.moment(-3, false)).isEmpty();
        assertThat(CellDates.moment(1e18, false)).isEmpty();
    }
}
