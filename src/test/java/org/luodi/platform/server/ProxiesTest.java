package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    @Test
    void proxiesAreAddressesWithCommas() {
        assertThat(Proxies.read("")).isEmpty();
        assertThat(Proxies.read("127.0.0.1, ::1 ,2001:db8::2")).containsExactly("127.0.0.1", "::1", "2001:db8::2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/8", "*", "10.0.0.1;10.0.0.2"})
    void anythingElseIsRefusedAtTheStart(String setting) {
        assertThatThrownBy(() -> Proxies.read(setting)).isInstanceOf(StartRefusal.class);
    }
}
