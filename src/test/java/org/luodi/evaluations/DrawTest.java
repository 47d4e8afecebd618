package org.luodi.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luodi.platform.Digest;
import org.luodi.voice.Circle;
import org.luodi.voice.ReportId;

/** A draw that anybody can repeat, and nobody can steer. */
class DrawTest {

    private static final String ASKING = "matter 7 round 0";

    @Test
    void theSameSeedAndPoolDrawTheSameWhateverTheOrder() {
        List<Circle> pool = pool(200);
        List<Circle> mixed = new ArrayList<>(pool);
        Collections.shuffle(mixed, new Random(3));
        Draw one = Draw.of(seed(1), ASKING, pool, 10);
        Draw other = Draw.of(seed(1), ASKING, mixed, 10);
        assertThat(other.drawn()).isEqualTo(one.drawn());
        assertThat(other.poolDigest()).isEqualTo(one.poolDigest());
        assertThat(Draw.of(seed(2), ASKING, pool, 10).drawn()).isNotEqualTo(one.drawn());
    }

    /** As somebody outside would, with nothing but what is published. */
    @Test
    void whoHasSeedAndLeavesDrawsAgainAndFindsTheDigests() {
        List<Circle> pool = pool(50);
        Draw draw = Draw.of(seed(1), ASKING, pool, 5);
        List<byte[]> leaves = IntStream.range(0, 50)
                .mapToObj(i -> Arrays.copyOfRange(draw.pool(), i * 32, i * 32 + 32))
                .toList();
        assertThat(Digest.of(draw.pool())).isEqualTo(draw.poolDigest());
        assertThat(Digest.of(draw.seed())).isEqualTo(draw.seedDigest());
        List<String> again = leaves.stream()
                .sorted(Comparator.comparing(l -> Digest.of(draw.seed(), l), Arrays::compareUnsigned))
                .limit(5)
                .map(HexFormat.of()::formatHex)
                .toList();
        assertThat(draw.drawn().stream().map(c -> HexFormat.of().formatHex(Draw.leaf(ASKING, c.contactKey()))))
                .containsExactlyElementsOf(again);
    }

    @Test
    void aLeafSaysNothingOfTheSamePersonInAnotherAsking() {
        byte[] person = pool(1).get(0).contactKey();
        assertThat(Draw.leaf(ASKING, person)).isNotEqualTo(Draw.leaf("matter 7 round 1", person));
    }

    @Test
    void aSmallPoolIsDrawnWholeAndAnEmptyOneGivesNobody() {
        assertThat(Draw.of(seed(1), ASKING, pool(3), 10).drawn()).hasSize(3);
        assertThat(Draw.of(seed(1), ASKING, List.of(), 10).drawn()).isEmpty();
        assertThat(Draw.of(seed(1), ASKING, pool(3), 0).drawn()).isEmpty();
    }

    /** 20,000 draws of 2 out of 10: each is expected 4,000 times, with a deviation of 57. */
    @Test
    void nobodyIsDrawnMoreOftenThanAnother() {
        List<Circle> pool = pool(10);
        Map<ReportId, Long> times = IntStream.range(0, 20_000)
                .boxed()
                .flatMap(i -> Draw.of(seed(i), ASKING, pool, 2).drawn().stream())
                .collect(Collectors.groupingBy(Circle::report, Collectors.counting()));
        assertThat(times.values()).allMatch(n -> Math.abs(n - 4000) < 300);
    }

    private static byte[] seed(int number) {
        return Digest.of(("seed " + number).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Circle> pool(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Circle(
                        new ReportId(i), "phone", Digest.of(("person " + i).getBytes(StandardCharsets.UTF_8))))
                .toList();
    }
}
