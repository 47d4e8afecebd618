package org.luodi.torture;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Sends each route of the API what its description allows and what it does not, and looks at how it answers. */
final class Fuzz {

    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Pattern TRACE =
            Pattern.compile("\\bat (org|java|jakarta|tools)\\.|Exception\\b|PSQL|SQLState");
    private static final int BAD = 400;
    private static final int UNKNOWN = 401;
    private static final int FAULT = 500;

    private final String home;
    private final Supplier<String> tokens;
    private final LongSupplier entries;
    private final FuzzValues values;
    private final Random random;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<Route> routes = new ArrayList<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private OpenAPI described;
    private String token;

    /** The server, who gives a new token, and how many ledger entries its account has made. */
    Fuzz(String home, Supplier<String> tokens, LongSupplier entries, FuzzValues values) {
        this.home = home;
        this.tokens = tokens;
        this.entries = entries;
        this.values = values;
        this.random = values.random();
        this.token = tokens.get();
    }

    private record Route(String path, PathItem.HttpMethod method, Operation operation) {

        String name() {
            return method + " " + path;
        }
    }

    /** Answers by status. */
    Map<Integer, Integer> answers() {
        return answers;
    }

    List<String> faults() {
        return faults;
    }

    int routes() {
        return routes.size();
    }

    void run(int requests) throws Exception {
        String text = client.send(
                        HttpRequest.newBuilder(URI.create(home + "/api/openapi.json"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        var options = new ParseOptions();
        options.setResolveFully(true);
        described = new OpenAPIV3Parser().readContents(text, null, options).getOpenAPI();
        described
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> routes.add(new Route(path, method, operation))));
        for (int i = 0; i < requests; i++) {
            ask(routes.get(i % routes.size()));
        }
    }

    private void ask(Route route) throws Exception {
        long before = entries.getAsLong();
        HttpRequest request = request(route);
        long began = System.nanoTime();
        HttpResponse<String> answer;
        try {
            answer = client.send(request, BodyHandlers.ofString());
        } catch (IOException none) {
            faults.add(route.name() + " gave no answer (" + none + ") to " + request.uri());
            return;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        answers.merge(answer.statusCode(), 1, Integer::sum);
        judge(route, request, answer, took);
        if (answer.statusCode() >= BAD && entries.getAsLong() != before) {
            faults.add(route.name() + " refused with " + answer.statusCode() + " and wrote all the same");
        }
        if (answer.statusCode() == UNKNOWN) {
            token = tokens.get();
        }
    }

    private void judge(Route route, HttpRequest request, HttpResponse<String> answer, Duration took) {
        if (answer.statusCode() >= FAULT) {
            faults.add(
                    route.name() + " answered " + answer.statusCode() + " to " + request.uri() + " " + values.last());
        }
        if (answer.statusCode() >= BAD && TRACE.matcher(answer.body()).find()) {
            faults.add(route.name() + " tells of its inside: " + answer.body());
        }
        if (took.compareTo(SLOW) > 0) {
            faults.add(route.name() + " took " + took.toMillis() + " ms for " + request.uri());
        }
    }

    private HttpRequest request(Route route) {
        String path = route.path();
        StringBuilder query = new StringBuilder();
        List<Parameter> parameters = route.operation().getParameters();
        for (Parameter parameter : parameters == null ? List.<Parameter>of() : parameters) {
            String value = encoded(values.text(parameter.getSchema(), parameter.getName()));
            if ("path".equals(parameter.getIn())) {
                path = path.replace("{" + parameter.getName() + "}", value);
            } else if ("query".equals(parameter.getIn()) && random.nextInt(3) > 0) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.getName())
                        .append('=')
                        .append(value);
            }
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(home + path + query)).timeout(Duration.ofSeconds(30));
        if (random.nextInt(20) > 0) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.method(route.method().name(), body(route, request)).build();
    }

    private HttpRequest.BodyPublisher body(Route route, HttpRequest.Builder request) {
        var body = route.operation().getRequestBody();
        if (body == null || body.getContent() == null) {
            return HttpRequest.BodyPublishers.noBody();
        }
        String type = body.getContent().keySet().iterator().next();
        if (type.startsWith("multipart")) {
            request.header("Content-Type", "multipart/form-data; boundary=edge");
            return HttpRequest.BodyPublishers.ofByteArray(values.upload());
        }
        request.header("Content-Type", random.nextInt(30) == 0 ? "text/plain" : type);
        String json = values.json(body.getContent().get(type).getSchema());
        return HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        String value = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return value.isEmpty() ? "%20" : value;
    }
}
