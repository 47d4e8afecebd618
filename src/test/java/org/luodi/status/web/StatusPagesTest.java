package org.luodi.status.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Role;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the installation is: for administrators, for what watches, and for nobody else. */
@OnTheTree
class StatusPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Place place;

    @Autowired
    Accounts accounts;

    @Test
    void anAdministratorSeesEachSignWithItsDefinition() {
        Visitor visitor = Visitor.signedIn(port, administrator());

        var page = visitor.page("/status");
        assertThat(page.select("tbody tr").eachText())
                .anyMatch(row -> row.contains("统计数落后多久") && row.contains("不到 1 秒"))
                .anyMatch(row -> row.contains("后台工作 统计") && row.contains("正常"))
                .anyMatch(row -> row.contains("数据库大小") && row.contains("MB"))
                .anyMatch(row -> row.contains("数据库版本") && row.contains("PostgreSQL 18"))
                .anyMatch(row -> row.contains("备份") && row.contains("docs/operations.md"))
                .anyMatch(row -> row.contains("启动时间"));
        assertThat(visitor.page("/people").select("main a[href=/status]")).isNotEmpty();
        assertThat(visitor.english("/status").select("h1").text()).isEqualTo("Status");
    }

    @Test
    void programsGetTheSame() throws Exception {
        JsonNode seen = new JsonMapper()
                .readTree(asked("/api/status", token(administrator())).body());

        assertThat(seen.path("signs").findValuesAsString("name"))
                .contains("lag", "job", "disk.files", "database.size", "database.connections", "version");
    }

    @Test
    void whatWatchesReadsTheNumbersWithTheTokenOfAnAdministrator() throws Exception {
        assertThat(asked("/actuator/prometheus", token(administrator())).body())
                .contains(
                        "luodi_lag_seconds{of=\"tallies\"}",
                        "luodi_job_failures{of=\"fold\"} 0.0",
                        "luodi_disk_free_bytes",
                        "hikaricp_connections_active",
                        "jvm_memory_used_bytes",
                        "http_server_requests_seconds_count");
    }

    @Test
    void nobodyElseReadsThem() throws Exception {
        Account clerk = place.account(Role.CLERK, place.county);
        for (String path : new String[] {"/actuator/prometheus", "/api/status"}) {
            assertThat(asked(path, null).statusCode()).as(path).isEqualTo(401);
            assertThat(asked(path, token(clerk)).statusCode()).as(path).isEqualTo(403);
        }
        Visitor visitor = Visitor.signedIn(port, clerk);
        assertThat(visitor.get("/status").statusCode()).isEqualTo(404);
        assertThat(asked("/actuator", token(administrator())).statusCode()).isNotEqualTo(200);
        assertThat(asked("/actuator/env", token(administrator())).statusCode()).isNotEqualTo(200);
    }

    @Test
    void anybodyMaySeeThatItLivesAndIsReadyAndNoMore() throws Exception {
        for (String path :
                new String[] {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"}) {
            assertThat(asked(path, null).body())
                    .as(path)
                    .contains("\"status\":\"UP\"")
                    .doesNotContain("details", "db");
        }
    }

    private Account administrator() {
        return place.account(Role.SYSTEM_ADMIN, place.county);
    }

    private String token(Account account) {
        return accounts.createToken(account.actor(), "test");
    }

    private HttpResponse<String> asked(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
