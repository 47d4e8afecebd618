package org.luodi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Role;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is kept of an account, in one file: for its owner, and for a reason by the administrator. */
@OnTheTree
class PersonalFilesTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Place place;

    @Autowired
    Ledger ledger;

    @Autowired
    PersonalFiles files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Account clerk;
    private Account system;

    @BeforeEach
    void people() {
        clerk = place.account(Role.CLERK, place.village);
        system = place.account(Role.SYSTEM_ADMIN, place.county);
    }

    @Test
    void theOwnFileHasAllSectionsAndNoSecret() {
        String token = accounts.createToken(clerk.actor(), "每周汇总");
        jdbc.sql(
                        "insert into days.digest (account, address, hour, language, done_on) values (?, ?, 9, 'zh', current_date)")
                .params(clerk.id(), "li@example.com")
                .update();
        HttpResponse<byte[]> answer = Visitor.signedIn(port, clerk).get("/me/file.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"luodi-account-" + clerk.id() + ".json\"");
        JsonNode file = read(answer);
        assertThat(file.propertyNames())
                .containsExactly(
                        "account",
                        "secondStep",
                        "passkeys",
                        "sessions",
                        "knownDevices",
                        "accessTokens",
                        "handedOut",
                        "roles",
                        "proposedRoles",
                        "databaseLogins",
                        "mail",
                        "calendars",
                        "noticesRead",
                        "guide",
                        "ledgerAboutAccount",
                        "ledgerByAccount");
        assertThat(file.at("/account/0/signInName").asString()).isEqualTo(clerk.login());
        assertThat(file.at("/account/0/name").asString()).isEqualTo(clerk.name());
        assertThat(file.at("/sessions/0/way").asString()).isEqualTo("password");
        assertThat(file.at("/accessTokens/0/name").asString()).isEqualTo("每周汇总");
        assertThat(file.at("/roles/0/role").asString()).isEqualTo("CLERK");
        assertThat(file.at("/roles/0/unit").asString()).isEqualTo(place.village.name());
        assertThat(file.at("/mail/0/address").asString()).isEqualTo("li@example.com");
        assertThat(file.at("/ledgerByAccount").findValuesAsString("verb"))
                .contains("signed-in", "token-created", "taken");
        assertThat(Visitor.text(answer)).doesNotContain(token, "argon2", "digest");
    }

    @Test
    void aProgramTakesTheOwnFileWithAToken() {
        String bearer = "Bearer " + accounts.createToken(clerk.actor(), "程序");
        HttpResponse<byte[]> answer = new Visitor(port).get("/api/me/file.json", "Authorization", bearer);
        assertThat(read(answer).at("/account/0/number").asLong()).isEqualTo(clerk.id());
        assertThat(new Visitor(port).get("/api/me/file.json").statusCode()).isEqualTo(401);
    }

    @Test
    void aLongLedgerIsToldWholly() {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 2500; i++) {
                ledger.append(new Change(
                        java.time.Instant.now(),
                        clerk.actor(),
                        null,
                        new Subject("guide", i),
                        "looked",
                        Map.of(),
                        Reach.NONE));
            }
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.write(clerk.id(), out);
        JsonNode entries = new JsonMapper().readTree(out.toByteArray()).get("ledgerByAccount");
        assertThat(entries.size()).isEqualTo(2500);
        assertThat(entries.findValuesAsString("subject")).doesNotHaveDuplicates();
    }

    @Test
    void theAdministratorHandsOutAnotherForAReasonThatTheAuditorReads() {
        Account auditor = place.account(Role.AUDIT_ADMIN, place.county);
        Visitor visitor = Visitor.signedIn(port, system);
        String page = "/people/" + clerk.id();
        HttpResponse<byte[]> refused = visitor.post(page, page + "/files", Map.of("reason", " "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(refused)).contains("请写明为什么下载");

        HttpResponse<byte[]> answer = visitor.post(page, page + "/files", Map.of("reason", "本人离职当面申请"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(read(answer).at("/account/0/number").asLong()).isEqualTo(clerk.id());
        assertThat(read(answer).at("/handedOut/0/reason").asString()).isEqualTo("本人离职当面申请");

        String audit =
                Visitor.signedIn(port, auditor).page("/audit?kind=EXPORT").text();
        assertThat(audit).contains("本人离职当面申请", clerk.name());
        assertThat(jdbc.sql("select body::text from platform.entry where kind = 'export' and subject = ?")
                        .param(clerk.id())
                        .query(String.class)
                        .list())
                .hasSize(1)
                .allMatch(body -> body.contains("handedOut") && !body.contains("离职"));
    }

    @Test
    void nobodyTakesAFileThatIsNotHisToTake() {
        String files = "/people/" + clerk.id() + "/files";
        Visitor other = Visitor.signedIn(port, place.account(Role.LEADER, place.county));
        assertThat(other.post("/me", files, Map.of("reason", "好奇")).statusCode())
                .isEqualTo(404);

        Visitor visitor = Visitor.signedIn(port, system);
        assertThat(visitor.post("/me", "/people/999999999/files", Map.of("reason", "好奇"))
                        .statusCode())
                .isEqualTo(404);
        Account elsewhere = place.account(Role.CLERK, place.neighbour);
        HttpResponse<byte[]> beyond =
                visitor.post("/me", "/people/" + elsewhere.id() + "/files", Map.of("reason", "好奇"));
        assertThat(beyond.statusCode()).isEqualTo(422);

        String bearer = "Bearer " + accounts.createToken(system.actor(), "程序");
        HttpResponse<byte[]> api =
                new Visitor(port).json("/api" + files, "{\"reason\":\"本人申请\"}", "Authorization", bearer);
        assertThat(read(api).at("/account/0/number").asLong()).isEqualTo(clerk.id());
        assertThat(new Visitor(port)
                        .json("/api" + files, "{}", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(422);
    }

    private static JsonNode read(HttpResponse<byte[]> answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
