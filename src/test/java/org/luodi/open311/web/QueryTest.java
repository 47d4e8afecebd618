package org.luodi.open311.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luodi.open311.Asked;
import org.luodi.platform.Refusal;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The filters of the list, as the specification has them. */
class QueryTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "                                                                     | 2026-08-22T12:00:00Z | 2026-11-20T12:00:00Z",
                "start_date=                                                          | 2026-08-22T12:00:00Z | 2026-11-20T12:00:00Z",
                "start_date=2010-05-24T00:00:00Z                                      | 2010-05-24T00:00:00Z | 2010-08-22T00:00:00Z",
                "end_date=2010-06-24T00:00:00Z                                        | 2010-03-26T00:00:00Z | 2010-06-24T00:00:00Z",
                "start_date=2010-05-24T00:00:00Z&end_date=2010-06-24T00:00:00Z        | 2010-05-24T00:00:00Z | 2010-06-24T00:00:00Z",
                "start_date=1994-11-05T08:15:30-05:00&end_date=1994-11-05T13:15:30Z   | 1994-11-05T13:15:30Z | 1994-11-05T13:15:30Z",
                "end_date=2026-11-20T08:00:00 08:00                                   | 2026-08-22T00:00:00Z | 2026-11-20T00:00:00Z",
                "end_date=2026-11-20T08:00+08:00                                      | 2026-08-22T00:00:00Z | 2026-11-20T00:00:00Z",
            })
    void theSpanIsNinetyDaysWhereNothingElseIsSaid(String query, Instant from, Instant until) {
        Asked asked = new Query(typed(query)).asked(NOW);
        assertThat(asked.from()).isEqualTo(from);
        assertThat(asked.until()).isEqualTo(until);
        assertThat(asked.limit()).isEqualTo(1000);
        assertThat(asked.skip()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "start_date=yesterday,open311.refused.moment",
        "start_date=2010-05-24,open311.refused.moment",
        "start_date=2010-05-24T00:00:00,open311.refused.moment",
        "end_date=2010-13-24T00:00:00Z,open311.refused.moment",
        "end_date=2010-02-30T00:00:00Z,open311.refused.moment",
        "end_date=+999999999-01-01T00:00:00Z,open311.refused.moment",
        "end_date=2010-05-24T00:00:00+99:00,open311.refused.moment",
        "start_date=2010-05-24T00:00:00Z&end_date=2010-05-23T00:00:00Z,open311.refused.order",
        "start_date=2010-01-01T00:00:00Z&end_date=2010-06-24T00:00:00Z,open311.refused.span",
        "status=done,open311.refused.status",
        "'status=open,done',open311.refused.status",
        "page=0,open311.refused.number",
        "page=x,open311.refused.number",
        "page_size=1001,open311.refused.number",
        "page_size=-1,open311.refused.number",
        "page=11,open311.refused.deep",
    })
    void whatCannotBeReadIsSaidWithItsName(String query, String key) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> new Query(typed(query.replace("'", ""))).asked(NOW));
        assertThat(refusal.key()).isEqualTo(key);
    }

    @Test
    void severalValuesAreParedByCommasOrNamedAgain() {
        Asked asked = new Query(typed("service_code=11,12&service_code= 3 ,,11&status=closed&page=2&page_size=50"))
                .asked(NOW);
        assertThat(asked.categories()).containsExactly(11, 12, 3);
        assertThat(asked.closed()).isTrue();
        assertThat(asked.skip()).isEqualTo(50);
        assertThat(asked.limit()).isEqualTo(50);
        assertThat(new Query(typed("status=open,closed")).asked(NOW).closed()).isNull();
        assertThat(new Query(typed("status=open")).asked(NOW).closed()).isFalse();
        assertThat(new Query(typed("service_request_id=A,B&service_request_id=,A")).ids())
                .containsExactly("A", "B");
    }

    @Test
    void aServiceThatNeverWasFindsNothing() {
        assertThat(new Query(typed("service_code=DMV66")).asked(NOW).categories())
                .containsExactly(-1);
        assertThat(new Query(typed("service_code=DMV66,11")).asked(NOW).categories())
                .containsExactly(11);
        assertThat(new Query(typed("service_code=")).asked(NOW).categories()).isEmpty();
    }

    @Test
    void listsEnd() {
        String many = IntStream.range(0, 1001).mapToObj(i -> "R" + i).collect(Collectors.joining(","));
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> new Query(typed("service_request_id=" + many)).ids());
        assertThat(refusal.key()).isEqualTo("open311.refused.many");
    }

    private static MultiValueMap<String, String> typed(String query) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        Arrays.stream(query == null ? new String[0] : query.split("&"))
                .map(p -> List.of(p.split("=", 2)))
                .forEach(p -> typed.add(p.get(0), p.size() > 1 ? p.get(1) : ""));
        return typed;
    }
}
