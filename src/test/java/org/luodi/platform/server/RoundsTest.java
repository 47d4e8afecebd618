package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Work beside the requests goes on, whatever breaks off one round of it. */
class RoundsTest {

    @Test
    void afterAnErrorTheNextRoundComes() {
        AtomicInteger rounds = new AtomicInteger();
        Rounds work = Rounds.of("test", Duration.ofMillis(1), () -> {
            if (rounds.incrementAndGet() <= 2) {
                throw new StackOverflowError();
            }
            return false;
        });
        assertThat(work.isStarted()).isFalse();
        work.start();
        try {
            await().until(() -> work.beat().well() != null);
            assertThat(rounds.get()).isGreaterThanOrEqualTo(3);
            assertThat(work.isRunning()).isTrue();
        } finally {
            work.stop();
        }
        assertThat(work.isRunning()).isFalse();
        assertThat(work.beat().alive()).isFalse();
    }

    @Test
    void errorsAreCounted() {
        Rounds work = Rounds.of("test", Duration.ofDays(1), () -> {
            throw new LinkageError("test");
        });
        work.start();
        try {
            await().until(() -> work.beat().failures() == 1);
            assertThat(work.beat().well()).isNull();
            assertThat(work.beat().alive()).isTrue();
        } finally {
            work.stop();
        }
    }
}
