package org.luodi.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luodi.organisation.Line;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;

class MatterFilterTest {

    private static final UnitId HOME = new UnitId(9);

    @Test
    void anAddressMakesTheFilterAndTheFilterTheAddress() {
        Map<String, String> query = Map.of(
                "unit",
                "4",
                "line",
                "industry",
                "stage",
                "acting",
                "open",
                "true",
                "category",
                "2",
                "source",
                "3",
                "due",
                "week",
                "age",
                "30-90",
                "reopened",
                "true",
                "q",
                "桥");
        assertThat(MatterFilter.read(query, HOME).query()).isEqualTo(query);
    }

    @Test
    void withoutAnythingItIsTheHomeSubtreeMostUrgentFirst() {
        MatterFilter filter = MatterFilter.read(Map.of(), HOME);
        assertThat(filter.unit()).isEqualTo(HOME);
        assertThat(filter.line()).isEqualTo(Line.TERRITORIAL);
        assertThat(filter.sort()).isEqualTo("due");
    }

    @ParameterizedTest
    @CsvSource({"unit,x", "unit,99999999999", "stage,done", "open,yes", "due,later", "age,a-b", "line,both", "sort,rank"
    })
    void aValueOfTheWrongKindIsRefusedByItsName(String name, String value) {
        assertThatThrownBy(() -> MatterFilter.read(Map.of(name, value), HOME))
                .isInstanceOfSatisfying(Refusal.class, r -> {
                    assertThat(r.isParameter()).isTrue();
                    assertThat(r.args()).startsWith(name, value);
                });
    }

    @Test
    void anAgeIsDaysSinceRaisedWithTheUpperEndLeftOut() {
        LocalDate today = LocalDate.of(2026, 11, 24);
        MatterFilter filter = MatterFilter.read(Map.of("age", "30-90"), HOME);
        assertThat(filter.raisedUpTo(today)).isEqualTo(today.minusDays(30));
        assertThat(filter.raisedFrom(today)).isEqualTo(today.minusDays(89));
        assertThat(MatterFilter.read(Map.of("age", "365-"), HOME).raisedFrom(today))
                .isNull();
    }
}
