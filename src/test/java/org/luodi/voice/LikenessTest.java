package org.luodi.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "路灯不亮, 村口路灯三个月不亮, true",
        "村口的路灯坏了，晚上看不见, 村口路灯坏了三个月, true",
        "路灯不亮, 自来水发黄, false",
        "灯, 路灯, false",
        "The street lamp is broken, street lamp broken since March, true",
        "The street lamp is broken, the water tastes of iron, false"
    })
    void sameThingsAreLike(String one, String other, boolean like) {
        assertThat(Likeness.of(one, other) >= 0.4).isEqualTo(like);
    }
}
