package org.luodi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.platform.Refusal;
import org.luodi.world.Hands;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whoever fails makes himself wait, and nobody else. */
@WholeApplication
class TriesTest {

    private static final String OWNER = "tries-owner";

    @Autowired
    KnownDevices devices;

    @Autowired
    Accounts accounts;

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final Hands clock = new Hands();
    private Tries tries;
    private Account owner;

    @BeforeEach
    void begin() {
        tries = new Tries(request, devices, clock, true);
        owner = accounts.byLogin(OWNER)
                .orElseGet(() -> accounts.create(OWNER, "主人", "four windows and a kettle", Actor.SYSTEM));
        comeFrom("203.0.113.9", "stranger");
    }

    @Test
    void aFewFailuresCostNothingAndThenEachOneDoublesTheWait() {
        fail(4);
        assertThat(wait(OWNER)).isZero();
        fail(1);
        assertThat(wait(OWNER)).isBetween(1L, 31L);
        pass(Duration.ofSeconds(31));
        assertThat(wait(OWNER)).isZero();
        fail(1);
        assertThat(wait(OWNER)).isBetween(59L, 61L);
        for (int i = 0; i < 20; i++) {
            fail(1);
        }
        assertThat(wait(OWNER)).isBetween(3600L, 3841L);
    }

    @Test
    void failuresOfOneNetworkDoNotHoldUpAnother() {
        fail(60);
        comeFrom("198.51.100.7", "another");
        assertThat(wait(OWNER)).isZero();
    }

    @Test
    void anOwnersDeviceGetsInWhateverItsNetworkTries() {
        Cookie known = knownDevice();
        for (int i = 0; i < 60; i++) {
            comeFrom("203.0.113." + i, "stranger " + i);
            fail(1);
        }
        comeFrom("203.0.113.200", "a new phone");
        assertThat(wait(OWNER)).isPositive();
        request.setCookies(known);
        assertThat(wait(OWNER)).isZero();
        assertThat(wait("somebody-else")).isZero();
        fail(5);
        assertThat(wait(OWNER)).isPositive();
    }

    @Test
    void whoTriesOneAccountAfterAnotherWaitsForAll() {
        for (int i = 0; i < 101; i++) {
            comeFrom("203.0.113.9", "stranger " + i);
            tries.failed("account-" + i);
        }
        assertThat(wait("account-never-tried")).isPositive();
    }

    @Test
    void whoGotInBeginsAnew() {
        fail(4);
        tries.passed(OWNER);
        fail(4);
        assertThat(wait(OWNER)).isZero();
    }

    @Test
    void whatFailsWithoutANameIsWrittenDownWithinBounds() {
        for (int i = 0; i < 15; i++) {
            comeFrom("203.0.113." + i, "stranger " + i);
            assertThat(tries.mayBeNoted("passkey")).isTrue();
        }
        assertThat(tries.mayBeNoted("passkey")).isFalse();
        assertThat(tries.mayBeNoted("provider")).isTrue();
        assertThat(wait(OWNER)).isZero();
        pass(Duration.ofSeconds(31));
        assertThat(tries.mayBeNoted("passkey")).isTrue();
        assertThat(tries.mayBeNoted("passkey")).isFalse();
        comeFrom("198.51.100.7", "another");
        assertThat(tries.mayBeNoted("passkey")).isTrue();
    }

    private Cookie knownDevice() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        devices.remember(owner.id(), new MockHttpServletRequest(), response);
        return response.getCookies()[0];
    }

    private void comeFrom(String address, String browser) {
        request.setRemoteAddr(address);
        request.removeHeader("User-Agent");
        request.addHeader("User-Agent", browser);
        request.setCookies();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            tries.failed(OWNER);
        }
    }

    private void pass(Duration time) {
        clock.pass(time);
    }

    private long wait(String login) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> tries.mustBeFree(login));
        return refusal == null ? 0 : refusal.seconds();
    }
}
