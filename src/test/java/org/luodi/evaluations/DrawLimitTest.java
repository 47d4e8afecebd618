package org.luodi.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.luodi.world.Visitor;
import org.luodi.world.WholeApplication;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A draw is for anybody, and for nobody without end. */
@WholeApplication
class DrawLimitTest {

    @LocalServerPort
    int port;

    @Test
    void whoAsksForDrawsWithoutEndIsToldToComeAgain() {
        Visitor anybody = new Visitor(port);
        assertThat(IntStream.range(0, 61)
                        .mapToObj(i -> anybody.get("/api/evaluations/draws/0", "User-Agent", "draws")
                                .statusCode()))
                .startsWith(404)
                .endsWith(429);
    }
}
