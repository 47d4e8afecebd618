package org.luodi.open311.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Without a key one sends no more by this way than by the form. */
@WholeApplication
class LimitedTest {

    private static final String REQUESTS = "/open311/v2/requests.json";
    private static final String PLACE = "0";
    private static final int HOURLY = 20;

    @Autowired
    Units units;

    @Autowired
    Grants grants;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private Client client;
    private String key;

    @BeforeEach
    void somebody() {
        Unit nation = units.byCode(PLACE).orElseThrow();
        Account account = accounts.create("limited", "系统", "a long password", Actor.SYSTEM);
        grants.grantBySystem(new Grants.NewGrant(account.id(), Role.READER, nation.id(), Line.TERRITORIAL));
        key = accounts.createToken(account.actor(), "open311");
        client = new Client(port);
    }

    @Test
    void aFloodIsToldWhenToComeAgainAndAKeyIsNoFlood() {
        Map<String, String> fields = Map.of("service_code", "0", "address_id", PLACE, "description", "x");
        for (int i = 0; i < HOURLY; i++) {
            assertThat(send(fields).statusCode()).isEqualTo(201);
        }
        HttpResponse<String> refused = send(fields);
        assertThat(Client.json(refused, 429).get(0).get("code").asInt()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(send(Map.of("service_code", "0", "address_id", PLACE, "api_key", "guess"))
                        .statusCode())
                .isEqualTo(429);
        assertThat(send(Map.of("service_code", "0", "address_id", PLACE, "api_key", key))
                        .statusCode())
                .isEqualTo(201);
    }

    private HttpResponse<String> send(Map<String, String> fields) {
        return client.post(REQUESTS, fields, "User-Agent", "a device of this test");
    }
}
