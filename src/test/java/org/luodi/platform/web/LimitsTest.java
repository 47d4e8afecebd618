package org.luodi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Passers;
import org.luodi.world.Hands;
import org.springframework.mock.web.MockHttpServletRequest;

class LimitsTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final Hands clock = new Hands();
    private final Limits limits = new Limits(request, clock, true);

    @Test
    void aDeviceIsStoppedAndToldWhenToComeAgain() {
        comeFrom("203.0.113.9", "phone");
        pass(20);
        Refusal refusal = refused();
        assertThat(refusal.isLater()).isTrue();
        assertThat(refusal.seconds()).isBetween(1L, 181L);
        clock.pass(Duration.ofSeconds(refusal.seconds()));
        assertThat(refused()).isNull();
    }

    @Test
    void anotherDeviceOfTheSameNetworkGoesOnUntilTheNetworkIsFull() {
        for (int i = 0; i < 20; i++) {
            comeFrom("203.0.113." + i, "phone " + i);
            pass(20);
        }
        comeFrom("203.0.113.99", "another");
        assertThat(refused()).isNotNull();
        comeFrom("203.0.114.99", "another");
        assertThat(refused()).isNull();
    }

    @Test
    void aDoorSaysNothingAboutTheOthers() {
        comeFrom("203.0.113.9", "phone");
        pass(20);
        limits.pass(Limits.Door.FOLLOW);
        assertThat(refused()).isNotNull();
    }

    @Test
    void tomorrowTheNamesAreOthers() {
        comeFrom("203.0.113.9", "phone");
        Passers passers = new Passers(clock);
        String today = passers.device(request, "REPORT");
        assertThat(passers.device(request, "REPORT")).isEqualTo(today).doesNotContain("203");
        clock.pass(Duration.ofDays(1));
        assertThat(passers.device(request, "REPORT")).isNotEqualTo(today);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.17, c00002",
        "192.0.2.255, c00002",
        "2001:db8:1234:5678::1, 20010db81234",
        "2001:db8:1234:ffff::2, 20010db81234",
        "not.an.address, not.an.address"
    })
    void aNetworkIsTheFirstPartOfAnAddress(String address, String network) {
        assertThat(Passers.network(address)).isEqualTo(network);
    }

    private void comeFrom(String address, String browser) {
        request.setRemoteAddr(address);
        request.removeHeader("User-Agent");
        request.addHeader("User-Agent", browser);
    }

    private void pass(int times) {
        for (int i = 0; i < times; i++) {
            limits.pass(Limits.Door.REPORT);
        }
    }

    private Refusal refused() {
        return catchThrowableOfType(Refusal.class, () -> limits.pass(Limits.Door.REPORT));
    }
}
