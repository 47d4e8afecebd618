package org.luodi.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.luodi.world.WholeApplication;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API stands up to a strict linter (docs/decisions/060-description-of-the-api.md). */
@WholeApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDescriptionTest {

    private static final Set<String> VERBS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    @LocalServerPort
    int port;

    private String text;
    private JsonNode document;

    @BeforeAll
    void read() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/openapi.json"))
                .build();
        text = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        document = new JsonMapper().readTree(text);
    }

    /** One operation of a path, with the parameters of both. */
    private record Operation(String path, String verb, JsonNode node, List<JsonNode> parameters) {

        String name() {
            return verb + " " + path;
        }

        boolean answers(String code) {
            return node.get("responses").properties().stream()
                    .anyMatch(r -> r.getKey().startsWith(code));
        }
    }

    @Test
    void itIsAnOpenApiDocumentAsTheStandardHasIt() {
        var read = new OpenAPIV3Parser().readContents(text, null, new ParseOptions());
        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).isNotEmpty();
    }

    @Test
    void itSaysUnderWhichLicenceAndWhere() {
        JsonNode license = document.at("/info/license");
        assertThat(license.has("url") || license.has("identifier")).isTrue();
        assertThat(document.at("/servers").size()).isPositive();
        assertThat(texts(document.at("/servers").valueStream().map(s -> s.get("url"))))
                .allMatch(url -> url.equals("/") || !url.endsWith("/"));
    }

    @Test
    void everyOperationHasAnIdOfItsOwnASummaryAndAKnownTag() {
        List<String> ids = texts(operations().map(o -> o.node().path("operationId")));
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z][A-Za-z0-9]*"));
        assertThat(names(o -> o.node().path("summary").asString("").isBlank())).isEmpty();
        List<String> tags = texts(document.at("/tags").valueStream().map(t -> t.path("name")));
        assertThat(tags).doesNotHaveDuplicates();
        assertThat(document.at("/tags").valueStream())
                .allMatch(t -> !t.path("description").asString("").isBlank());
        assertThat(names(o -> o.node().path("tags").isEmpty()
                        || !tags.containsAll(texts(o.node().path("tags").valueStream()))))
                .isEmpty();
    }

    @Test
    void everyOperationSaysHowItSucceedsAndHowItFails() {
        assertThat(names(o -> !o.answers("2"))).isEmpty();
        assertThat(names(o -> !o.answers("4"))).isEmpty();
        assertThat(names(o -> !o.parameters().isEmpty() && !o.answers("400"))).isEmpty();
        assertThat(names(o -> o.node().has("requestBody") && !o.answers("400"))).isEmpty();
        assertThat(names(o -> isSecured(o) && !o.answers("401"))).isEmpty();
        assertThat(names(o -> o.path().contains("{") && !o.answers("404"))).isEmpty();
    }

    @Test
    void securityIsSaidOfEveryOperationAndDefined() {
        Set<String> schemes = fields(document.at("/components/securitySchemes"));
        assertThat(names(o -> !o.node().has("security") && !document.has("security")))
                .isEmpty();
        Stream<JsonNode> named = Stream.concat(
                Stream.of(document.path("security")),
                operations().map(o -> o.node().path("security")));
        assertThat(named.flatMap(JsonNode::valueStream).flatMap(n -> fields(n).stream()))
                .isNotEmpty()
                .allMatch(schemes::contains);
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsUsed() {
        Set<String> references = new TreeSet<>();
        walk(document, "", (where, node) -> {
            if (node.path("$ref").isString()) {
                references.add(node.get("$ref").asString());
            }
        });
        assertThat(references)
                .allMatch(
                        r -> r.startsWith("#/") && !document.at(r.substring(1)).isMissingNode());
        Set<String> components = new TreeSet<>();
        document.at("/components").properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> fields(kind.getValue())
                        .forEach(c -> components.add("#/components/" + kind.getKey() + "/" + c)));
        components.removeAll(references);
        assertThat(components).isEmpty();
    }

    @Test
    void pathsAreNotToBeTakenForOneAnother() {
        List<String> paths = new ArrayList<>(fields(document.at("/paths")));
        assertThat(paths).allMatch(p -> p.startsWith("/") && !p.endsWith("/") && !p.contains("?"));
        List<String> ambiguous = new ArrayList<>();
        for (String one : paths) {
            paths.stream()
                    .filter(other -> one.compareTo(other) < 0 && ambiguous(one.split("/"), other.split("/")))
                    .forEach(other -> ambiguous.add(one + " and " + other));
        }
        assertThat(ambiguous).isEmpty();
    }

    /** As strict linters see it: as many places in both, and wherever neither has a place the same word. */
    private static boolean ambiguous(String[] one, String[] other) {
        if (one.length != other.length || places(one) != places(other)) {
            return false;
        }
        for (int i = 0; i < one.length; i++) {
            if (!one[i].startsWith("{") && !other[i].startsWith("{") && !one[i].equals(other[i])) {
                return false;
            }
        }
        return true;
    }

    private static long places(String[] parts) {
        return Stream.of(parts).filter(p -> p.startsWith("{")).count();
    }

    @Test
    void everyPlaceInAPathIsAParameterAndNoneIsSaidTwice() {
        assertThat(names(o -> !PLACE.matcher(o.path())
                        .results()
                        .map(m -> m.group(1))
                        .collect(Collectors.toSet())
                        .equals(named(o, "path"))))
                .isEmpty();
        assertThat(names(o -> o.parameters().stream()
                                .map(p -> p.get("in") + " " + p.get("name"))
                                .distinct()
                                .count()
                        != o.parameters().size()))
                .isEmpty();
        assertThat(names(o -> o.parameters().stream()
                        .anyMatch(p -> p.get("in").asString().equals("path")
                                && !p.path("required").asBoolean(false))))
                .isEmpty();
        assertThat(names(o -> o.parameters().stream()
                        .anyMatch(p -> p.path("description").asString("").isBlank() || !p.has("schema"))))
                .isEmpty();
    }

    private static Set<String> named(Operation operation, String in) {
        return operation.parameters().stream()
                .filter(p -> p.get("in").asString().equals(in))
                .map(p -> p.get("name").asString())
                .collect(Collectors.toSet());
    }

    @Test
    void whatASchemaRequiresItHasAndEnumsAreOfTheirType() {
        List<String> wrong = new ArrayList<>();
        walk(document, "", (where, node) -> {
            if (node.path("required").isArray() && node.has("properties")) {
                texts(node.get("required").valueStream()).stream()
                        .filter(name -> !node.get("properties").has(name))
                        .forEach(name -> wrong.add(where + " requires " + name));
            }
            boolean text = node.path("type").asString("").equals("string");
            if (text && node.path("enum").valueStream().anyMatch(v -> !v.isString())) {
                wrong.add(where + " allows what is no text");
            }
            if (node.has("nullable")) {
                wrong.add(where + " says nullable, which is of an older standard");
            }
        });
        assertThat(wrong).isEmpty();
    }

    private boolean isSecured(Operation operation) {
        return !operation.node().has("security")
                || !operation.node().get("security").isEmpty();
    }

    private Stream<Operation> operations() {
        return document.at("/paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(verb -> VERBS.contains(verb.getKey()))
                        .map(verb -> new Operation(
                                path.getKey(),
                                verb.getKey(),
                                verb.getValue(),
                                Stream.of(path.getValue(), verb.getValue())
                                        .flatMap(n -> n.path("parameters").valueStream())
                                        .map(this::resolved)
                                        .toList())));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    private List<String> names(java.util.function.Predicate<Operation> wrong) {
        return operations().filter(wrong).map(Operation::name).toList();
    }

    private static List<String> texts(Stream<JsonNode> nodes) {
        return nodes.map(n -> n.asString("")).toList();
    }

    private static Set<String> fields(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(HashSet::new));
    }

    private static void walk(JsonNode node, String where, BiConsumer<String, JsonNode> each) {
        each.accept(where, node);
        node.properties().forEach(p -> walk(p.getValue(), where + "/" + p.getKey(), each));
        if (node.isArray()) {
            int[] at = {0};
            StreamSupport.stream(node.spliterator(), false).forEach(n -> walk(n, where + "/" + at[0]++, each));
        }
    }
}
