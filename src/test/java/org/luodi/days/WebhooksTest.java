package org.luodi.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.server.Outward;
import org.luodi.platform.server.Rounds;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is sent to webhooks, to whom, and what becomes of it. */
@OnTheTree
class WebhooksTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String SECRET = "whsec_test";
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    Webhooks webhooks;

    @Autowired
    WebhookStore store;

    @Autowired
    DeliveryStore deliveries;

    @Autowired
    Hooking hooking;

    @Autowired
    Rounds webhookRounds;

    @Autowired
    Matters matters;

    @Autowired
    Units units;

    @Autowired
    Place place;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private final LocalDate today = Today.day();
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final List<String> signatures = Collections.synchronizedList(new ArrayList<>());
    private volatile int status = 204;
    private HttpServer server;
    private Desk desk;

    @BeforeEach
    void begin() throws IOException {
        webhookRounds.stop();
        jdbc.sql("truncate days.webhook cascade").update();
        hooking.step();
        desk = new Desk(matters, place);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        webhookRounds.start();
    }

    private void receive(HttpExchange call) throws IOException {
        received.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        signatures.add(call.getRequestHeaders().getFirst("Luodi-Signature"));
        call.getResponseHeaders()
                .add("Location", "http://127.0.0.1:" + server.getAddress().getPort() + "/elsewhere");
        call.sendResponseHeaders(status, -1);
        call.close();
    }

    @Test
    void whatHappensBelowTheUnitIsSentSignedAndWithoutAnyPerson() throws Exception {
        hook(place.county, List.of("matter.placed"));
        MatterId id = desk.placed(place.village, today.plusDays(20));
        read();
        Instant now = Instant.now();
        assertThat(delivering().round(at(now))).isEqualTo(1);
        JsonNode sent = JSON.readTree(received.get(0));
        assertThat(sent.get("kind").asString()).isEqualTo("matter");
        assertThat(sent.get("verb").asString()).isEqualTo("placed");
        assertThat(sent.get("subject").asLong()).isEqualTo(id.value());
        assertThat(sent.get("body").get("unit").asInt())
                .isEqualTo(place.village.id().value());
        assertThat(received.get(0)).doesNotContain("actor\"", "屋顶漏水", "张三");
        String moment = Long.toString(now.getEpochSecond());
        assertThat(signatures.get(0))
                .isEqualTo("t=" + moment + ",v1=" + Secrets.sign(SECRET, moment + "." + received.get(0)));
        assertThat(delivering().round(at(now))).isZero();
    }

    @Test
    void whatHappensElsewhereIsNot() {
        hook(place.neighbour, List.of());
        hook(place.town, List.of("matter.closed"));
        desk.placed(place.village, today.plusDays(20));
        read();
        assertThat(delivering().round(at(Instant.now()))).isZero();
    }

    @Test
    void aWholeKindIsSentButNeverAccountsRolesOrPosts() {
        long hook = hook(units.byCode("0").orElseThrow(), List.of());
        desk.placed(place.village, today.plusDays(20));
        read();
        assertThat(deliveries.log(hook, null, 50))
                .extracting(Delivery::what)
                .containsExactly("matter.placed", "matter.raised");
    }

    @Test
    void oneThatFailsIsTriedAgainLaterAndInOrder() {
        long hook = hook(place.county, List.of());
        desk.placed(place.village, today.plusDays(20));
        read();
        status = 500;
        Instant now = Instant.now();
        assertThat(delivering().round(at(now))).isEqualTo(1);
        assertThat(delivering().round(at(now.plusSeconds(30)))).isZero();
        assertThat(delivering().round(at(now.plusSeconds(61)))).isEqualTo(1);
        assertThat(delivering().round(at(now.plusSeconds(61 + 61)))).isZero();
        status = 200;
        assertThat(delivering().round(at(now.plusSeconds(61 + 121)))).isEqualTo(2);
        assertThat(deliveries.log(hook, null, 50))
                .allMatch(d -> d.state().equals("done"))
                .extracting(Delivery::attempts)
                .containsExactly(1, 3);
        assertThat(received.get(3)).contains("\"placed\"");
    }

    @Test
    void afterADayItIsGivenUpAndCanBeSentAgain() {
        long hook = hook(place.county, List.of("matter.placed"));
        desk.placed(place.village, today.plusDays(20));
        read();
        status = 503;
        Instant later = Instant.now().plus(Duration.ofHours(25));
        delivering().round(at(later));
        Delivery dead = deliveries.log(hook, null, 50).get(0);
        assertThat(dead.state()).isEqualTo("dead");
        assertThat(dead.status()).isEqualTo(503);
        status = 200;
        webhooks.again(hook, dead.id(), as(Role.SYSTEM_ADMIN, place.county));
        assertThat(delivering().round(at(Instant.now()))).isEqualTo(1);
        assertThat(deliveries.log(hook, null, 50).get(0).state()).isEqualTo("done");
    }

    /** A name that no certificate can have, which an earlier release took. */
    @Test
    void oneThatCannotBeCalledKeepsNoOther() {
        long first = hook(place.county, List.of("matter.placed"));
        String label = "a".repeat(64);
        jdbc.sql("update days.webhook set url = :url where id = :id")
                .param(
                        "url",
                        "https://" + label + ".localhost:" + server.getAddress().getPort() + "/")
                .param("id", first)
                .update();
        long second = hook(place.county, List.of("matter.placed"));
        desk.placed(place.village, today.plusDays(20));
        read();
        assertThat(delivering().round(at(Instant.now()))).isEqualTo(2);
        Delivery failed = deliveries.log(first, null, 50).get(0);
        assertThat(failed.attempts()).isOne();
        assertThat(failed.failure()).isNotBlank();
        assertThat(deliveries.log(second, null, 50).get(0).state()).isEqualTo("done");
    }

    @Test
    void whatWaitsInFrontDoesNotKeepWhatIsOldFromBeingForgotten() {
        long waiting = hook(place.county, List.of());
        deliver(waiting, 1000);
        webhooks.active(waiting, false, as(Role.SYSTEM_ADMIN, place.county));
        long ended = hook(place.county, List.of());
        deliver(ended, 1);
        webhooks.end(ended, as(Role.SYSTEM_ADMIN, place.county));
        assertThat(deliveries.log(ended, null, 50)).extracting(Delivery::state).containsExactly("dead");
        delivering().round(at(Instant.now().plus(Duration.ofDays(31))));
        assertThat(deliveries.log(ended, null, 50)).isEmpty();
        assertThat(deliveries.log(waiting, null, 50)).hasSize(50);
    }

    private void deliver(long hook, int count) {
        deliveries.insert(
                Collections.nCopies(count, new DeliveryStore.New(hook, "matter.placed", "{}", Instant.now())));
    }

    @Test
    void aRedirectIsNotFollowed() {
        hook(place.county, List.of("matter.placed"));
        desk.placed(place.village, today.plusDays(20));
        read();
        status = 302;
        delivering().round(at(Instant.now()));
        assertThat(received).hasSize(1);
    }

    @Test
    void anEndlessAnswerIsNotReadToItsEnd() throws Exception {
        server.createContext("/endless", call -> {
            call.sendResponseHeaders(200, 0);
            try (OutputStream out = call.getResponseBody()) {
                while (true) {
                    out.write(new byte[4096]);
                }
            }
        });
        Addresses all = new Addresses(true);
        var url = all.url(address() + "endless");
        var answer = Outgoing.post(url, all.of(url), Map.of(), "{}");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void whoeverDoesNotAnswerIsLeftAfterFiveSeconds() throws Exception {
        try (var silent = new java.net.ServerSocket(0)) {
            Addresses all = new Addresses(true);
            var url = all.url("http://127.0.0.1:" + silent.getLocalPort() + "/");
            Instant began = Instant.now();
            var answer = Outgoing.post(url, all.of(url), Map.of(), "{}");
            assertThat(answer.isTaken()).isFalse();
            assertThat(answer.failure()).contains("Timeout");
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(12));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1:8080/",
                "https://localhost/",
                "http://2130706433/",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://192.168.1.1/",
                "http://100.64.0.1/",
                "http://198.18.0.1/",
                "http://[::1]/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/"
            })
    void noAddressLeadsIntoTheOwnNetwork(String url) {
        assertThatThrownBy(() -> create(url, place.county, as(Role.SYSTEM_ADMIN, place.county)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("days.refused.private"));
    }

    @Test
    void aNameThatLeadsIntoTheNetworkLaterIsNotCalledEither() {
        long hook = hook(place.county, List.of("matter.placed"));
        desk.placed(place.village, today.plusDays(20));
        read();
        new Delivering(store, deliveries, new Outward("http://localhost", Optional.empty(), false))
                .round(at(Instant.now()));
        assertThat(received).isEmpty();
        assertThat(deliveries.log(hook, null, 50).get(0).failure()).isEqualTo("days.refused.private");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://8.8.8.8/",
                "file:///etc/passwd",
                "https://user:pw@8.8.8.8/",
                "https:///x",
                "8.8.8.8",
                "https://8.8.8.8:80443/",
                "https://8.8.8.8:0/",
                "https://dns.google./",
                "http://8.8.8.8/\r\nX: y"
            })
    void whatIsNoAddressIsRefused(String url) {
        assertThatThrownBy(() -> create(url, place.county, as(Role.SYSTEM_ADMIN, place.county)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo("days.refused.url"));
    }

    @Test
    void anAdministratorSeesAndMakesOnlyThoseOfHisUnits() {
        long hook = hook(place.county, List.of());
        Scope stranger = as(Role.SYSTEM_ADMIN, place.neighbour);
        assertThat(webhooks.list(stranger)).isEmpty();
        assertThatThrownBy(() -> webhooks.one(hook, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> webhooks.log(hook, stranger, null, 5)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> webhooks.end(hook, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> create("https://8.8.8.8/", place.county, stranger))
                .isInstanceOf(Refusal.class);
        assertThat(webhooks.list(as(Role.SYSTEM_ADMIN, place.county))).hasSize(1);
        assertThat(webhooks.list(as(Role.CLERK, place.county))).isEmpty();
    }

    @Test
    void thePageShowsTheSecretOnceAndTheFormKeepsWhatWasTyped() {
        Account administrator = place.account(Role.SYSTEM_ADMIN, place.county);
        Visitor visitor = Visitor.signedIn(port, administrator);
        var refused = visitor.post(
                "/days/webhooks",
                "/days/webhooks",
                Map.of(
                        "name",
                        "市平台",
                        "url",
                        "http://127.0.0.1/",
                        "unit",
                        place.county.code(),
                        "verb",
                        "matter.placed"));
        var page = Jsoup.parse(Visitor.text(refused));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(page.select("[name=name]").val()).isEqualTo("市平台");
        assertThat(page.select("input[checked]").val()).isEqualTo("matter.placed");
        var made = visitor.post(
                "/days/webhooks",
                "/days/webhooks",
                Map.of("name", "市平台", "url", "https://8.8.8.8/hook", "unit", place.county.code()));
        String here = Visitor.next(made);
        assertThat(visitor.page(here).select("#secret").text()).startsWith("whsec_");
        assertThat(visitor.page(here).select("#secret")).isEmpty();
        visitor.post(here, here + "/activity", Map.of("active", "false"));
        assertThat(visitor.page(here).text()).contains("已暂停");
        visitor.post(here, here + "/tests", Map.of());
        assertThat(visitor.page(here).text()).contains("测试", "待发");
        visitor.post(here, here + "/end", Map.of());
        assertThat(visitor.get(here).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherProgramMakesPausesAndEndsThem() throws Exception {
        String token = accounts.createToken(
                place.account(Role.SYSTEM_ADMIN, place.county).actor(), "test");
        String draft =
                "{\"name\":\"市平台\",\"unit\":\"%s\",\"url\":\"https://8.8.8.8/hook\",\"verbs\":[\"matter.closed\"]}"
                        .formatted(place.county.code());
        HttpResponse<String> made = api("POST", "", draft, token);
        assertThat(made.statusCode()).isEqualTo(201);
        JsonNode hook = JSON.readTree(made.body());
        assertThat(hook.path("secret").asString()).startsWith("whsec_");
        String id = "/" + hook.path("id").asLong();
        assertThat(JSON.readTree(api("GET", id, null, token).body())
                        .path("secret")
                        .isNull())
                .isTrue();
        assertThat(JSON.readTree(api("POST", id + "/activity", "{\"active\":false}", token)
                                .body())
                        .path("active")
                        .asBoolean())
                .isFalse();
        assertThat(api("POST", id + "/tests", null, token).statusCode()).isEqualTo(202);
        assertThat(JSON.readTree(api("GET", id + "/deliveries", null, token).body())
                        .path("rows")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("waiting");
        assertThat(api("POST", id + "/end", null, token).statusCode()).isEqualTo(204);
        assertThat(api("GET", id, null, token).statusCode()).isEqualTo(404);
        assertThat(api("POST", "", draft.replace("https://8.8.8.8", "http://127.0.0.1"), token)
                        .statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<String> api(String method, String path, String body, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/webhooks" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void nobodyElseReachesThePages() {
        Account clerk = place.account(Role.CLERK, place.county);
        assertThat(Visitor.signedIn(port, clerk).get("/days/webhooks").statusCode())
                .isEqualTo(404);
    }

    private Webhooks.Made create(String url, Unit unit, Scope scope) {
        return webhooks.create(new Webhooks.Draft("市平台", unit.code(), url, List.of()), scope);
    }

    private long hook(Unit unit, List<String> verbs) {
        return store.insert(
                new Webhook(0, "试", address(), unit.id(), Line.TERRITORIAL, verbs, true, Instant.now(), null),
                SECRET,
                0);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private Delivering delivering() {
        return new Delivering(store, deliveries, new Outward("http://localhost", Optional.empty(), true));
    }

    private Scope as(Role role, Unit unit) {
        return place.scope(place.account(role, unit));
    }

    /** Until everything that was written is older than every running transaction. */
    private void read() {
        long last =
                jdbc.sql("select max(id) from platform.entry").query(Long.class).single();
        org.awaitility.Awaitility.await().pollInSameThread().until(() -> {
            hooking.step();
            return jdbc.sql("select id from days.hooked").query(Long.class).single() >= last;
        });
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZONE);
    }
}
