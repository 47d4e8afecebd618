package org.luodi.platform.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.FilterChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Beyond what it can do the server sends people away at once, and is as it was when they have gone. */
class CapacityTest {

    private static final int AT_ONCE = 2;

    private final Capacity capacity = new Capacity(
            AT_ONCE,
            new StaticListableBeanFactory(
                            Map.of("away", (Capacity.SendingAway) (request, response) -> response.setStatus(503)))
                    .getBeanProvider(Capacity.SendingAway.class));
    private final CountDownLatch work = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final FilterChain served = (request, response) -> {
        inside.incrementAndGet();
        try {
            work.await(30, SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    };

    @AfterEach
    void goHome() {
        work.countDown();
        people.shutdownNow();
    }

    @Test
    void whoeverFindsNoPlaceIsToldWhenToComeAgain() throws Exception {
        fill();
        MockHttpServletResponse answer = ask("GET", "/overview");
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(Integer.parseInt(answer.getHeader("Retry-After"))).isBetween(2, 8);
        assertThat(inside).hasValue(AT_ONCE);
    }

    @Test
    void whoeverWaitsIsServedWhenAPlaceIsFree() throws Exception {
        fill();
        Future<MockHttpServletResponse> waits = people.submit(() -> ask("POST", "/voice"));
        await().until(capacity::waiting, n -> n == 1);
        work.countDown();
        assertThat(waits.get(10, SECONDS).getStatus()).isEqualTo(200);
        assertThat(inside).hasValue(AT_ONCE + 1);
    }

    @Test
    void whenAsManyWaitAsMayWaitTheNextOneIsSentAwayWithoutWaiting() throws Exception {
        fill();
        List<Future<MockHttpServletResponse>> waiting = new ArrayList<>();
        for (int i = 0; i < 2 * AT_ONCE; i++) {
            waiting.add(people.submit(() -> ask("POST", "/voice")));
        }
        await().until(capacity::waiting, n -> n == 2 * AT_ONCE);
        assertThat(ask("POST", "/voice").getStatus()).isEqualTo(503);
        assertThat(capacity.waiting()).isEqualTo(2 * AT_ONCE);
        work.countDown();
        for (Future<MockHttpServletResponse> one : waiting) {
            assertThat(one.get(10, SECONDS).getStatus()).isEqualTo(200);
        }
        assertThat(ask("GET", "/overview").getStatus()).isEqualTo(200);
    }

    @Test
    void healthAndFilesAreServedUnderAnyLoad() throws Exception {
        fill();
        for (String path : List.of("/actuator/health", "/static/css/base.css")) {
            var request = new MockHttpServletRequest("GET", path);
            var response = new MockHttpServletResponse();
            capacity.doFilter(request, response, (asked, answer) -> answer.setContentType("text/plain"));
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getContentType()).isEqualTo("text/plain");
        }
    }

    @Test
    void filesOverASlowLineTakeNoPlaceOfAPage() throws Exception {
        fill();
        var request = new MockHttpServletRequest("POST", "/voice");
        request.setContentType("multipart/form-data; boundary=x");
        request.setContent(new byte[] {'-', '-'});
        var response = new MockHttpServletResponse();
        capacity.doFilter(request, response, (asked, answer) -> answer.setContentType("text/plain"));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("text/plain");
    }

    private void fill() {
        for (int i = 0; i < AT_ONCE; i++) {
            people.submit(() -> ask("GET", "/overview"));
        }
        await().until(inside::get, n -> n == AT_ONCE);
    }

    private MockHttpServletResponse ask(String method, String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        capacity.doFilter(new MockHttpServletRequest(method, path), response, served);
        return response;
    }
}
