package org.luodi.open311.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luodi.open311.web.Client.child;
import static org.luodi.open311.web.Client.children;
import static org.luodi.open311.web.Client.names;
import static org.luodi.open311.web.Client.tags;
import static org.luodi.open311.web.Client.text;
import static org.luodi.open311.web.Client.type;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.voice.NewReport;
import org.luodi.voice.Point;
import org.luodi.voice.Receipt;
import org.luodi.voice.ReportAnswer;
import org.luodi.voice.ReportId;
import org.luodi.voice.Reports;
import org.luodi.voice.Voices;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** Discovery, services and requests over HTTP, against the examples of the specification. */
@OnTheTree
class ReadingTest {

    private static final String V2 = "/open311/v2/";

    @Autowired
    Voices voices;

    @Autowired
    Reports reports;

    @Autowired
    Place place;

    @LocalServerPort
    int port;

    private Client anybody;

    @BeforeEach
    void somebody() {
        anybody = new Client(port);
    }

    @ParameterizedTest
    @CsvSource({"/open311/discovery", "/open311/v2/discovery"})
    void discoverySaysWhereItIs(String path) {
        JsonNode json = json(path + ".json", 200);
        assertThat(names(json)).containsExactly("changeset", "contact", "key_service", "endpoints");
        JsonNode endpoint = json.at("/endpoints/0");
        assertThat(names(endpoint)).containsExactly("specification", "url", "changeset", "type", "formats");
        assertThat(endpoint.get("specification").asString()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(endpoint.get("url").asString()).endsWith("/open311/v2");
        assertThat(endpoint.get("formats").toString()).isEqualTo("[\"text/xml\",\"application/json\"]");
        Element xml = xml(path + ".xml", 200);
        assertThat(xml.getTagName()).isEqualTo("discovery");
        assertThat(tags(child(child(child(xml, "endpoints"), "endpoint"), "formats")))
                .containsExactly("format", "format");
    }

    @Test
    void aLongRequestLineIsAnsweredInTheFormOfTheSpecification() {
        String named = V2 + "requests.%s?service_request_id=" + "R0000000000,".repeat(600);
        assertThat(json(named.formatted("json"), 200)).isEmpty();
        String many = IntStream.range(0, 3000)
                .mapToObj("R%010d"::formatted)
                .collect(java.util.stream.Collectors.joining(","));
        JsonNode fault =
                json(V2 + "requests.json?service_request_id=" + many, 400).get(0);
        assertThat(fault.get("code").asInt()).isEqualTo(400);
        assertThat(fault.get("description").asString()).contains("service_request_id", "1000");
        Element errors = xml(V2 + "requests.xml?service_code=" + "x".repeat(40_000) + "&status=neither", 400);
        assertThat(errors.getTagName()).isEqualTo("errors");
        assertThat(json(V2 + "requests/" + "9".repeat(20_000) + ".json", 404)
                        .get(0)
                        .get("code")
                        .asInt())
                .isEqualTo(404);
    }

    @Test
    void theCategoriesAreTheServices() {
        JsonNode json = json(V2 + "services.json?jurisdiction_id=city.gov", 200);
        assertThat(json.isArray()).isTrue();
        assertThat(names(json.get(0)))
                .containsExactly(
                        "service_code", "service_name", "description", "metadata", "type", "keywords", "group");
        assertThat(json.get(0).get("metadata").isBoolean()).isTrue();
        assertThat(json.valueStream().map(s -> s.get("type").asString())).containsOnly("batch");
        assertThat(json.valueStream().map(s -> s.get("service_code").asString()))
                .contains("0", "1", "11");
        Element xml = xml(V2 + "services.xml", 200);
        assertThat(xml.getTagName()).isEqualTo("services");
        assertThat(children(xml))
                .hasSize(json.size())
                .allMatch(e -> e.getTagName().equals("service"));
        assertThat(text(children(xml).get(0), "metadata")).isEqualTo("true");
    }

    @Test
    void aServiceSaysWhatElseCanBeTold() {
        JsonNode json = json(V2 + "services/11.json", 200);
        assertThat(names(json)).containsExactly("service_code", "attributes");
        assertThat(json.get("service_code").asString()).isEqualTo("11");
        assertThat(names(json.at("/attributes/0")))
                .containsExactly(
                        "variable",
                        "code",
                        "datatype",
                        "required",
                        "datatype_description",
                        "order",
                        "description",
                        "values");
        assertThat(json.get("attributes").valueStream().map(a -> a.get("order").asInt()))
                .containsExactly(1, 2, 3, 4);
        assertThat(json.get("attributes")
                        .valueStream()
                        .filter(a -> a.get("variable").asBoolean()))
                .isNotEmpty()
                .allMatch(a -> List.of("string", "singlevaluelist")
                        .contains(a.get("datatype").asString()));
        Element xml = xml(V2 + "services/11.xml", 200);
        assertThat(xml.getTagName()).isEqualTo("service_definition");
        Element last = children(child(xml, "attributes")).get(3);
        assertThat(last.getTagName()).isEqualTo("attribute");
        assertThat(children(child(last, "values")).get(0).getTagName()).isEqualTo("value");
        assertThat(text(children(child(last, "values")).get(0), "key")).isEqualTo("1");
    }

    @Test
    void aRequestHasAllThatTheSpecificationNames() {
        Receipt receipt = taken(NewReport.of(place.village.id(), "下水道盖子没了\n<script>alert(1)</script> & ]]>")
                .in(11)
                .at(new Point(30.123456, 104.654321)));
        JsonNode json = one(receipt);
        assertThat(names(json))
                .containsExactly(
                        "service_request_id",
                        "status",
                        "status_notes",
                        "service_name",
                        "service_code",
                        "description",
                        "agency_responsible",
                        "service_notice",
                        "requested_datetime",
                        "updated_datetime",
                        "expected_datetime",
                        "address",
                        "address_id",
                        "zipcode",
                        "lat",
                        "long",
                        "media_url");
        assertThat(json.get("status").asString()).isEqualTo("open");
        assertThat(json.get("service_code").asString()).isEqualTo("11");
        assertThat(json.get("description").asString()).contains("<script>alert(1)</script> & ]]>");
        assertThat(json.get("agency_responsible").asString()).isEqualTo(place.village.name());
        assertThat(json.get("address_id").asString()).isEqualTo(place.village.code());
        assertThat(json.get("address").asString())
                .startsWith(place.village.name() + ", " + place.town.name() + ", " + place.county.name());
        assertThat(json.get("lat").asDouble()).isEqualTo(30.123);
        assertThat(json.get("long").asDouble()).isEqualTo(104.654);
        OffsetDateTime requested =
                OffsetDateTime.parse(json.get("requested_datetime").asString());
        assertThat(OffsetDateTime.parse(json.get("updated_datetime").asString()))
                .isAfterOrEqualTo(requested);
        assertThat(OffsetDateTime.parse(json.get("expected_datetime").asString()))
                .isAfter(requested);
        Element xml = xml(V2 + "requests/" + receipt.code() + ".xml", 200);
        assertThat(xml.getTagName()).isEqualTo("service_requests");
        assertThat(tags(xml)).containsExactly("request");
        Element request = children(xml).get(0);
        assertThat(tags(request)).containsExactlyElementsOf(names(json));
        assertThat(text(request, "description"))
                .isEqualTo(json.get("description").asString());
    }

    @Test
    void severalRequestsAreNamedAtOnceAndThatCountsBeforeAllElse() {
        Receipt first = taken(NewReport.of(place.village.id(), "路灯不亮"));
        Receipt second = taken(NewReport.of(place.village.id(), "垃圾没人收"));
        one(first);
        one(second);
        String ids = first.code() + "," + second.code() + ",R0000000000";
        JsonNode json = json(V2 + "requests.json?status=closed&start_date=x&service_request_id=" + ids, 200);
        assertThat(json.valueStream().map(r -> r.get("service_request_id").asString()))
                .containsExactlyInAnyOrder(first.code(), second.code());
        JsonNode open = json(V2 + "requests.json?status=open&service_code=0&page_size=1", 200);
        assertThat(open.size()).isEqualTo(1);
        assertThat(open.get(0).get("service_code").asString()).isEqualTo("0");
        assertThat(json(V2 + "requests.json?service_request_id=%00,%01x", 200)).isEmpty();
        assertThat(json(V2 + "requests.json?service_code=DMV66", 200)).isEmpty();
        assertThat(xml(V2 + "requests.xml?service_code=DMV66", 200).getTagName())
                .isEqualTo("service_requests");
    }

    @ParameterizedTest
    @CsvSource({
        "services/DMV66, 404",
        "services/%3Cscript%3E, 404",
        "services/%E4%BD%A0, 404",
        "requests/123456, 404",
        "requests/R0000000000, 404",
        "requests?start_date=2010-05-24, 400",
        "requests?status=done, 400",
        "requests?status=%3Cb%3E, 400",
        "requests?page=0, 400",
        "requests?start_date=%00, 400",
        "nothing, 404",
        "services/11/more, 404",
    })
    void whatGoesWrongIsSaidInTheFormThatWasAskedFor(String what, int status) {
        String[] parts = what.split("\\?", 2);
        String query = parts.length > 1 ? "?" + parts[1] : "";
        JsonNode json = json(V2 + parts[0] + ".json" + query, status);
        assertThat(json.isArray()).isTrue();
        assertThat(names(json.get(0))).containsExactly("code", "description");
        assertThat(json.get(0).get("code").asInt()).isEqualTo(status);
        assertThat(json.get(0).get("description").asString()).isNotBlank().doesNotContain("??", "Exception");
        Element xml = xml(V2 + parts[0] + ".xml" + query, status);
        assertThat(xml.getTagName()).isEqualTo("errors");
        assertThat(text(children(xml).get(0), "code")).isEqualTo(Integer.toString(status));
        assertThat(text(children(xml).get(0), "description"))
                .isEqualTo(json.get(0).get("description").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "/open311/v2/services.html, 404",
        "/open311/v2/, 404",
        "/open311, 404",
        "/open311/v1/services.xml, 404",
        "/open311/v2//services.xml, 400",
        "/open311/v2/services.xml;a=b, 400",
        "/open311/v2/%2e%2e/services.xml, 400",
        "/open311/v2/requests/%00.xml, 400",
    })
    void noAnswerIsEverAPage(String path, int status) {
        assertThat(xml(path, status).getTagName()).isEqualTo("errors");
    }

    @Test
    void aVerbThatIsNotThereIsSaidToBeNone() {
        HttpResponse<String> answer = anybody.post(V2 + "services.json", "application/json", "{}");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(v -> assertThat(v).contains("GET"));
        assertThat(answer.body()).startsWith("[{\"code\":405,");
    }

    @Test
    void theEndingChoosesTheFormThenWhatIsAccepted() {
        assertThat(type(anybody.get(V2 + "services.xml", "Accept", "application/json")))
                .isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(type(anybody.get(V2 + "services.json", "Accept", "text/html")))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(type(anybody.get(V2 + "services", "Accept", "application/json")))
                .startsWith("application/json");
        assertThat(type(anybody.get(V2 + "services", "Accept", "text/html"))).startsWith("text/xml");
    }

    @Test
    void manyIdsAreTooMany() {
        String ids =
                String.join(",", IntStream.range(0, 1001).mapToObj(i -> "" + i).toList());
        assertThat(json(V2 + "requests.json?service_request_id=" + ids, 400)
                        .get(0)
                        .get("description")
                        .asString())
                .contains("1000");
    }

    private Receipt taken(NewReport report) {
        Receipt receipt = voices.receive(report);
        Scope village = place.scope(place.account(Role.SECRETARY, place.village));
        ReportId id = voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
        reports.answer(id, ReportAnswer.take(1, new ReportAnswer.Draft("路灯", "不亮", 1, null)), village);
        return receipt;
    }

    /** Waits until the list has it. */
    private JsonNode one(Receipt receipt) {
        String path = V2 + "requests/" + receipt.code() + ".json";
        until(() -> anybody.get(path).statusCode() == 200);
        return json(path, 200).get(0);
    }

    private static void until(java.util.function.BooleanSupplier done) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private JsonNode json(String path, int status) {
        return Client.json(anybody.get(path), status);
    }

    private Element xml(String path, int status) {
        return Client.xml(anybody.get(path), status);
    }
}
