package org.luodi.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luodi.guards.Routes.Route;
import org.luodi.platform.identity.AccessRule;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Style rule 28: each URL and verb has a row in the one access table, and the description of the API leaves none out. */
@WholeApplication
class AccessTest {

    /** Answered by the framework, not by a controller of ours. */
    private static final Set<String> FRAMEWORK =
            Set.of("/actuator/health/**", "/actuator/prometheus", "/static/**", "/favicon.ico", "/sign-out", "/error");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    List<AccessRule> table;

    @LocalServerPort
    int port;

    @Test
    void everyRouteHasARowInTheAccessTable() {
        assertThat(routes().filter(r -> table.stream().noneMatch(rule -> Routes.covers(rule, r))))
                .isEmpty();
    }

    @Test
    void everyRowOfTheAccessTableHasARoute() {
        List<Route> routes = routes().toList();
        assertThat(table.stream()
                        .filter(rule -> !FRAMEWORK.contains(rule.pattern()))
                        .filter(rule -> routes.stream().noneMatch(r -> Routes.covers(rule, r))))
                .isEmpty();
    }

    @Test
    void nobodyReachesAnythingOfStaffWithoutSigningIn() throws Exception {
        for (Route route :
                routes().filter(r -> r.method().equals("GET") && !isPublic(r)).toList()) {
            String path = route.with("1");
            assertThat(status(path)).as(path).isEqualTo(path.startsWith("/api/") ? 401 : 302);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void theDescriptionOfTheApiNamesEachRouteAndNoOther() throws Exception {
        var request = HttpRequest.newBuilder(uri("/api/openapi.json")).build();
        String body = client().send(request, BodyHandlers.ofString()).body();
        Map<String, Object> document = new JsonMapper().readValue(body, Map.class);
        Set<String> described = new TreeSet<>();
        ((Map<String, Map<String, Object>>) document.get("paths"))
                .forEach((path, verbs) -> verbs.keySet().stream()
                        .filter(v ->
                                List.of("get", "post", "put", "delete", "patch").contains(v))
                        .forEach(v -> described.add(v.toUpperCase() + " " + plain(path))));
        Set<String> mapped = routes().filter(r -> r.path().startsWith("/api/"))
                .map(r -> r.method() + " " + plain(r.path()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(mapped);
    }

    private Stream<Route> routes() {
        return new Routes(mapping, table).all();
    }

    private boolean isPublic(Route route) {
        return new Routes(mapping, table).who(route).contains(AccessRule.Who.ANYBODY);
    }

    private static String plain(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private int status(String path) throws Exception {
        return client().send(
                        HttpRequest.newBuilder(uri(path))
                                .header("Accept", "text/html")
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}
