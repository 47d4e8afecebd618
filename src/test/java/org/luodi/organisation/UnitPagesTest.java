package org.luodi.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.OnTheTree;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages and the API of units, as a county clerk and as the administrator of the nation see them. */
@OnTheTree
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnitPagesTest {

    private static final String JSON = "application/json";

    @LocalServerPort
    int port;

    @Autowired
    Units units;

    @Autowired
    Grants grants;

    @Autowired
    Accounts accounts;

    private final HttpClient client = HttpClient.newHttpClient();
    private String administrator;
    private String clerk;
    private int county;
    private int village;
    private int elsewhere;

    @BeforeAll
    void aCountyOfTheNation() {
        county = id("530111");
        village = id("530111001001");
        elsewhere = id("330106");
        administrator = token("root-admin", Role.SYSTEM_ADMIN, "0");
        clerk = token("county-clerk", Role.CLERK, "530111");
        token("county-admin", Role.SYSTEM_ADMIN, "530111");
    }

    private int id(String code) {
        return units.byCode(code).orElseThrow().id().value();
    }

    private String token(String login, Role role, String unit) {
        Account account =
                accounts.byLogin(login).orElseGet(() -> accounts.create(login, login, "a long password", Actor.SYSTEM));
        grants.grantBySystem(new Grants.NewGrant(account.id(), role, new UnitId(id(unit)), Line.TERRITORIAL));
        return accounts.createToken(account.actor(), "test");
    }

    @Test
    void aClerkSeesHisCountyAndNothingElse() throws Exception {
        assertThat(get("/api/units/" + county, clerk).statusCode()).isEqualTo(200);
        assertThat(get("/api/units/" + village, clerk).body()).contains("关上社区居民委员会");
        assertThat(get("/api/units/" + elsewhere, clerk).statusCode()).isEqualTo(404);
        assertThat(get("/api/units/" + elsewhere + "/children", clerk).statusCode())
                .isEqualTo(404);
        assertThat(get("/api/units", clerk).body()).contains("官渡区").doesNotContain("全国");
        assertThat(get("/api/units/unanswered?limit=200", clerk).body()).doesNotContain("西湖区");
        assertThat(get("/api/grants", clerk).statusCode()).isEqualTo(403);
    }

    @Test
    void aWideLevelIsPagedByKeyWithoutLossOrRepetition() throws Exception {
        List<String> codes = new ArrayList<>();
        String cursor = "";
        do {
            String body = get("/api/units/" + id("0") + "/children?limit=7" + cursor, administrator)
                    .body();
            Pattern.compile("\"code\":\"(\\d+)\"").matcher(body).results().forEach(m -> codes.add(m.group(1)));
            cursor =
                    body.contains("\"next\":null") ? "" : "&cursor=" + body.replaceAll(".*\"next\":\"(\\d+)\".*", "$1");
        } while (!cursor.isEmpty());

        assertThat(codes).doesNotHaveDuplicates().hasSize(31).contains("11", "53");
    }

    /** Whoever only administers may not read what units do: nothing leads there, and nothing is fetched from there. */
    @Test
    void anAdministratorIsLedToNoPageThatIsShut() throws Exception {
        Browser browser = new Browser("county-admin");
        for (String page : List.of("/units/" + county, "/programme?unit=" + county)) {
            List<String> led = Pattern.compile("(?:href|hx-get)=\"(/[^\"#]*)\"")
                    .matcher(browser.get(page))
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .filter(path -> !path.startsWith("/static/"))
                    .toList();
            assertThat(led).isNotEmpty();
            for (String path : led) {
                assertThat(browser.status(path)).as(page + " leads to " + path).isEqualTo(200);
            }
        }
    }

    @Test
    void pagesShowTheTreeTheUnitAndWhoDoesNotAnswer() throws Exception {
        Browser browser = new Browser("county-clerk");

        assertThat(browser.get("/units")).contains("官渡区", "关上街道").doesNotContain("全国<");
        assertThat(browser.get("/units/" + county + "/children")).contains("关上");
        assertThat(browser.get("/units/" + county)).contains("530111", "负责岗位", "/overview/" + county);
        assertThat(browser.get("/units/unanswered?gap=post")).contains("没有人担任负责岗位");
        assertThat(browser.get("/units/" + elsewhere)).contains("没有找到");
        assertThat(browser.get("/units/" + village + "/post")).contains("name=\"version\"");
    }

    @Test
    void theFormForAPostKeepsWhatWasTypedWhenItIsRefused() throws Exception {
        Browser browser = new Browser("county-clerk");
        String form = "/units/" + village + "/post";

        String refused = browser.post(form, "version=1&title=&holder=" + "x".repeat(90));
        assertThat(refused).contains("没有办成", "x".repeat(90));
        browser.post(form, "version=1&title=Secretary&holder=Li");
        assertThat(browser.get("/units/" + village)).contains("Secretary", "Li");
    }

    @Test
    void anAdministratorReadsTheRolesOnAPage() throws Exception {
        Browser browser = new Browser("county-admin");

        assertThat(browser.get("/grants")).contains("county-clerk", "官渡区");
        assertThat(browser.post("/grants", "login=nobody&role=CLERK&unit=530111&line=territorial"))
                .contains("没有账号“nobody”");
    }

    @Test
    void badParametersAreAnsweredPlainly() throws Exception {
        assertThat(get("/api/units/abc", administrator).statusCode()).isEqualTo(400);
        assertThat(get("/api/units/999999999", administrator).statusCode()).isEqualTo(404);
        assertThat(get("/api/units/" + county + "/children?limit=0", administrator)
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/api/units/" + county + "/children?cursor=x", administrator)
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/api/units?line=sideways", administrator).statusCode()).isEqualTo(400);
        assertThat(get("/api/units/" + county, "luodi_wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void aPostThatIsFilledEndsTheGapAndAStaleVersionIsAConflict() throws Exception {
        int unit = id("530111001007");
        Unit before = units.find(new UnitId(unit)).orElseThrow();
        String body = "{\"version\":%d,\"title\":\"书记\",\"holder\":\"李明\"}".formatted(before.version());

        assertThat(send("PUT", "/api/units/" + unit + "/post", body, clerk).statusCode())
                .isEqualTo(200);
        Unit after = units.find(new UnitId(unit)).orElseThrow();
        assertThat(after.gaps()).isZero();
        assertThat(send("PUT", "/api/units/" + unit + "/post", body, clerk).statusCode())
                .isEqualTo(409);
        assertThat(send("PUT", "/api/units/" + unit + "/post", "{\"version\":2}", clerk)
                        .statusCode())
                .isEqualTo(422);
        assertThat(get("/api/units/" + unit, clerk).body()).contains("李明");
    }

    /** All pages of the list, one after the other. */
    private String allGrants() throws Exception {
        StringBuilder pages = new StringBuilder();
        String next = "";
        while (next != null) {
            String page = get("/api/grants?limit=200" + next, administrator).body();
            pages.append(page);
            var cursor =
                    java.util.regex.Pattern.compile("\"next\":\"([^\"]+)\"").matcher(page);
            next = cursor.find() ? "&cursor=" + cursor.group(1) : null;
        }
        return pages.toString();
    }

    @Test
    void twoPeopleGiveARoleAndOneTakesItBack() throws Exception {
        accounts.create("new-reader", "读者", "a long password", Actor.SYSTEM);
        String security = token("root-security", Role.SECURITY_ADMIN, "0");
        String body = "{\"login\":\"new-reader\",\"role\":\"READER\",\"unit\":\"530111\",\"line\":\"territorial\"}";

        HttpResponse<String> proposed = send("POST", "/api/grants/proposals", body, administrator);
        assertThat(proposed.statusCode()).isEqualTo(201);
        assertThat(send("POST", "/api/grants/proposals", body, administrator).statusCode())
                .isEqualTo(422);
        String proposal = "/api/grants/proposals/" + proposed.body().replaceAll("(?s).*?\"id\":(\\d+).*", "$1");
        assertThat(send("PUT", proposal + "/confirmation", "", administrator).statusCode())
                .isEqualTo(403);
        assertThat(send("PUT", proposal + "/confirmation", "", security).body()).contains("CONFIRMED");
        assertThat(send("PUT", proposal + "/confirmation", "", security).statusCode())
                .isEqualTo(409);
        Account reader = accounts.byLogin("new-reader").orElseThrow();
        long grant = grants.of(reader.actor()).get(0).id();
        assertThat(allGrants()).contains("\"id\":" + grant + ",");
        assertThat(send("DELETE", "/api/grants/" + grant, "", administrator).statusCode())
                .isEqualTo(403);
        assertThat(send("DELETE", "/api/grants/" + grant, "", security).statusCode())
                .isEqualTo(204);
        assertThat(send("DELETE", "/api/grants/" + grant, "", security).statusCode())
                .isEqualTo(422);
        assertThat(grants.of(reader.actor())).isEmpty();
    }

    @Test
    void theSecondPersonReadsConfirmsAndRefusesOnAPage() throws Exception {
        accounts.create("page-reader", "读者乙", "a long password", Actor.SYSTEM);
        token("page-security", Role.SECURITY_ADMIN, "530111");
        Browser first = new Browser("county-admin");
        Browser second = new Browser("page-security");
        String form = "login=page-reader&unit=530111&line=territorial&role=";
        assertThat(first.post("/grants", form + "READER")).contains("已经提出", "读者乙");
        assertThat(first.post("/grants", form + "CLERK")).contains("已经提出");
        List<Long> waiting = Pattern.compile("/grants/proposals/(\\d+)")
                .matcher(second.get("/days"))
                .results()
                .map(m -> Long.valueOf(m.group(1)))
                .distinct()
                .toList();
        assertThat(waiting).hasSize(2);
        String one = "/grants/proposals/" + waiting.get(0);
        assertThat(first.get(one)).contains("这是您自己提出的", "撤回").doesNotContain(one + "/confirmation");
        assertThat(second.post(one + "/confirmation", "")).contains("已确认");
        String other = "/grants/proposals/" + waiting.get(1);
        assertThat(second.post(other + "/refusal", "reason=")).contains("请写明");
        assertThat(second.post(other + "/refusal", "reason=no-such-duty")).contains("已退回", "no-such-duty");
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send("GET", path, "", token);
    }

    private HttpResponse<String> send(String method, String path, String body, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", JSON)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Somebody who signed in by the form. */
    private final class Browser {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        Browser(String login) throws Exception {
            post("/sign-in", "username=" + login + "&password=a+long+password");
        }

        String get(String path) throws Exception {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }

        int status(String path) throws Exception {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }

        String post(String path, String form) throws Exception {
            String page = get(path.equals("/grants") || path.endsWith("/post") ? path : "/sign-in");
            String csrf = page.replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + csrf))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
