package org.luodi.open311.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luodi.open311.web.Client.child;
import static org.luodi.open311.web.Client.json;
import static org.luodi.open311.web.Client.names;
import static org.luodi.open311.web.Client.tags;
import static org.luodi.open311.web.Client.text;
import static org.luodi.open311.web.Client.xml;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.voice.NewReport;
import org.luodi.voice.Point;
import org.luodi.voice.Report;
import org.luodi.voice.ReportAnswer;
import org.luodi.voice.ReportId;
import org.luodi.voice.Reports;
import org.luodi.voice.Stage;
import org.luodi.voice.Verb;
import org.luodi.voice.Voices;
import org.luodi.voice.Way;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** Requests that are sent, against the example of the specification, and hostile ones. */
@OnTheTree
class SendingTest {

    private static final String REQUESTS = "/open311/v2/requests";
    private static final String TOKENS = "/open311/v2/tokens/";
    private static final Pattern RECEIPT =
            Pattern.compile("(R[0-9A-Z]{10})\\D.*?([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})");

    @Autowired
    Voices voices;

    @Autowired
    Reports reports;

    @Autowired
    Place place;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Client anybody;
    private String key;
    private Map<String, String> fields;

    @BeforeEach
    void somebody() {
        anybody = new Client(port);
        Account account = place.account(Role.READER, place.village);
        key = accounts.createToken(account.actor(), "open311");
        fields = new LinkedHashMap<>(Map.of("service_code", "11", "address_id", place.village.code()));
        fields.put("description", "A large sinkhole is destroying the street");
    }

    @Test
    void theExampleOfTheSpecificationIsReceivedAndFollowedToItsEnd() {
        voices.receive(NewReport.of(place.village.id(), "井盖").at(new Point(37.7653, -122.4213)));
        String body = "api_key=" + key + "&jurisdiction_id=city.gov&service_code=11&lat=37.76524078&long=-122.4212043"
                + "&address_string=1234+5th+street&email=smit333%40sfgov.edu&device_id=tt222111&account_id=123456"
                + "&first_name=john&last_name=smith&phone=111111111"
                + "&description=A+large+sinkhole+is+destroying+the+street"
                + "&media_url=http%3A%2F%2Ffarm3.static.flickr.com%2F2002%2F2212426634_5ed477a060.jpg"
                + "&attribute[WHISPAWN]=123456&attribute[WHISDORN]=COISL001";
        HttpResponse<String> answer =
                anybody.post(REQUESTS + ".xml", "application/x-www-form-urlencoded; charset=utf-8", body);
        Element created = xml(answer, 201);
        assertThat(created.getTagName()).isEqualTo("service_requests");
        Element request = child(created, "request");
        assertThat(tags(request)).containsExactly("token", "service_notice", "account_id");
        ReportId id = opened(text(request, "service_notice"));
        Report report = voices.told(id).report();
        assertThat(report.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(report.place()).isEqualTo(place.village.id());
        assertThat(report.category()).isEqualTo(11);
        assertThat(report.way()).isEqualTo(Way.OPEN311);
        assertThat(report.point()).isEqualTo(new Point(37.76524078, -122.4212043));
        assertThat(voices.told(id).contact()).isEqualTo("mail");
        assertThat(voices.told(id).words().get(0).text())
                .isEqualTo("A large sinkhole is destroying the street\n1234 5th street");
        assertThat(kept()).doesNotContain("john", "smith", "tt222111", "flickr");

        String token = text(request, "token");
        JsonNode waiting = json(anybody.get(TOKENS + token + ".json"), 200).get(0);
        assertThat(names(waiting)).containsExactly("service_request_id", "token");
        assertThat(waiting.get("service_request_id").isNull()).isTrue();
        assertThat(anybody.get(REQUESTS + "/" + report.code() + ".xml").statusCode())
                .isEqualTo(404);
        take(id);
        until(() -> !json(anybody.get(TOKENS + token + ".json"), 200)
                .get(0)
                .get("service_request_id")
                .isNull());
        Element found = child(xml(anybody.get(TOKENS + token + ".xml"), 200), "request");
        assertThat(text(found, "service_request_id")).isEqualTo(report.code());
        assertThat(text(found, "token")).isEqualTo(token);
        JsonNode shown =
                json(anybody.get(REQUESTS + "/" + report.code() + ".json"), 200).get(0);
        assertThat(shown.get("description").asString()).startsWith("A large sinkhole");
        assertThat(shown.get("lat").asDouble()).isEqualTo(37.765);
        assertThat(shown.toString()).doesNotContain("smit333", "111111111");
    }

    @Test
    void withoutAKeyItWaitsToBeLookedAtAndATokenOpensNothing() {
        JsonNode created = json(anybody.post(REQUESTS + ".json", fields), 201).get(0);
        assertThat(names(created)).containsExactly("token", "service_notice", "account_id");
        assertThat(created.get("account_id").isNull()).isTrue();
        ReportId id = opened(created.get("service_notice").asString());
        assertThat(voices.told(id).report().stage()).isEqualTo(Stage.CHECKING);
        String token = created.get("token").asString();
        HttpResponse<String> form = anybody.post(
                "/api/voice/reports",
                "application/json",
                "{\"unit\":" + place.village.id().value() + ",\"text\":\"x\",\"once\":\"" + token + "\"}");
        assertThat(form.body()).doesNotContain(voices.told(id).report().code());
        Scope town = place.scope(place.account(Role.CLERK, place.town));
        reports.answer(id, ReportAnswer.of(Verb.RELEASE, 1), town);
        until(() -> anybody.get(TOKENS + token)
                .body()
                .contains(voices.told(id).report().code()));
    }

    @Test
    void aTokenOfAnAccountInTheHeaderCountsAsAKey() {
        HttpResponse<String> answer = anybody.post(REQUESTS + ".json", fields, "Authorization", "Bearer " + key);
        ReportId id = opened(json(answer, 201).get(0).get("service_notice").asString());
        assertThat(voices.told(id).report().stage()).isEqualTo(Stage.RECEIVED);
    }

    @Test
    void aPlaceIsSaidByUnitOrByNameAndWhatElseByAttributes() {
        fields.remove("address_id");
        fields.put("attribute[unit]", place.village.code());
        fields.put("attribute[about_unit]", "1");
        fields.put("attribute[ask_again][]", "1");
        fields.put("phone", "13812345678");
        fields.put("service_code", "0");
        Report about = sent();
        assertThat(about.aboutHandler()).isTrue();
        assertThat(about.receiver()).isEqualTo(place.town.id());
        assertThat(about.category()).isNull();
        assertThat(jdbc.sql("select circle from voice.contact where report = ?")
                        .param(about.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        fields.keySet().removeIf(k -> k.startsWith("attribute") || k.equals("description"));
        fields.put("address_string", place.village.name() + ", " + place.town.name() + ", " + place.county.name());
        Report named = sent();
        assertThat(named.place()).isEqualTo(place.village.id());
        assertThat(voices.told(named.id()).words().get(0).text()).contains("\n" + place.village.name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api_key=wrong | 403 | api_key",
                "api_key=luodi_00000000000000000000000000000000 | 403 | api_key",
                "service_code= | 400 | service_code",
                "service_code=DMV66 | 404 | DMV66",
                "service_code=<b>x</b> | 404 | <b>x</b>",
                "address_id= | 400 | address_string",
                "address_id=nowhere | 400 | nowhere",
                "attribute[unit]=nowhere | 400 | nowhere",
                "address_id=a\0b | 400 | a",
                "address_id=&lat=30.5 | 400 | long",
                "lat=x&long=y | 400 | lat",
                "lat=NaN&long=1 | 400 | lat",
                "lat=1e400&long=1 | 400 | lat",
                "lat=91&long=1 | 400 | 90",
                "address_id=&lat=-80&long=170 | 400 | address_id",
                "address_id=&address_string=Atlantis | 400 | Atlantis",
                "address_id=&address_string=<script>alert(1)</script> | 400 | script",
                "email=nobody | 400 | 邮箱",
                "phone=12 | 400 | 邮箱",
                "attribute[about_unit]=maybe | 400 | attribute[about_unit]",
                "description=a\0b | 400 | 控制字符",
            })
    void whatCannotBeReceivedIsSaidSo(String changes, int status, String said) {
        for (String change : changes.split("&")) {
            fields.put(change.split("=", 2)[0], change.split("=", 2)[1]);
        }
        JsonNode error = json(anybody.post(REQUESTS + ".json", fields), status).get(0);
        assertThat(error.get("code").asInt()).isEqualTo(status);
        assertThat(error.get("description").asString()).contains(said);
        Element xml = xml(anybody.post(REQUESTS + ".xml", fields), status);
        assertThat(xml.getTagName()).isEqualTo("errors");
        assertThat(text(child(xml, "error"), "description")).contains(said);
    }

    @Test
    void anAddressOfManyPlacesIsAnsweredWithThem() {
        fields.remove("address_id");
        String name = jdbc.sql("""
                        select name from organisation.unit where closed_on is null group by name having count(*) > 5 limit 1
                        """).query(String.class).single();
        fields.put("address_string", name);
        HttpResponse<String> answer = anybody.post(REQUESTS + ".json", fields);
        assertThat(json(answer, 400).get(0).get("description").asString()).contains("address_id", name);
    }

    @Test
    void markupInEveryFieldIsTextAndNothingElse() {
        String evil =
                "<script>alert(1)</script><?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                        + "&b;]]>' or 1=1 -- {0} ${7*7} \u202e\ud83d\ude00\u0007";
        for (String field :
                new String[] {"jurisdiction_id", "device_id", "account_id", "first_name", "last_name", "media_url"}) {
            fields.put(field, evil);
        }
        fields.put("attribute[" + evil.replace("\u0007", "") + "]", evil);
        fields.put("description", evil);
        Report report = sent();
        assertThat(voices.told(report.id()).words().get(0).text()).isEqualTo(evil);
        take(report.id());
        String one = REQUESTS + "/" + report.code();
        until(() -> anybody.get(one).statusCode() == 200);
        Element shown = child(xml(anybody.get(one + ".xml"), 200), "request");
        assertThat(text(shown, "description")).isEqualTo(evil.replace('\u0007', '\ufffd'));
        assertThat(json(anybody.get(one + ".json"), 200)
                        .get(0)
                        .get("description")
                        .asString())
                .isEqualTo(evil);
    }

    @Test
    void whatIsTooMuchIsRefusedAndNothingIsKept() {
        int before = count();
        fields.put("description", "长".repeat(4001));
        assertThat(json(anybody.post(REQUESTS + ".json", fields), 400).toString())
                .contains("4,000".replace(",", ""));
        fields.put("description", "x".repeat(10_000_000));
        HttpResponse<String> large = anybody.post(REQUESTS + ".json", fields);
        assertThat(large.statusCode()).isIn(400, 413);
        assertThat(json(large, large.statusCode()).get(0).has("description")).isTrue();
        for (int i = 0; i < 3000; i++) {
            fields.put("attribute[a" + i + "]", "x");
        }
        fields.put("description", "x");
        HttpResponse<String> many = anybody.post(REQUESTS + ".xml", fields);
        assertThat(many.statusCode()).isIn(400, 413);
        assertThat(xml(many, many.statusCode()).getTagName()).isEqualTo("errors");
        assertThat(count()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"service_code\":\"11\"}",
                "text/xml | <request/>",
                "multipart/form-data; boundary=x | --x",
                "application/x-www-form-urlencoded | %zz=%",
                "application/x-www-form-urlencoded | &&&===",
            })
    void aBodyOfAnotherFormIsAnsweredInTheFormThatWasAskedFor(String type, String body) {
        assertThat(json(anybody.post(REQUESTS + ".json", type, body), 400)
                        .get(0)
                        .get("code")
                        .asInt())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"R0000000000", "12345", "a-token-that-nobody-was-given", "%3Cb%3E"})
    void aTokenThatNobodyWasGivenIsNotFound(String token) {
        assertThat(json(anybody.get(TOKENS + token + ".json"), 404)
                        .get(0)
                        .get("code")
                        .asInt())
                .isEqualTo(404);
    }

    private Report sent() {
        HttpResponse<String> answer = anybody.post(REQUESTS + ".json", withKey());
        return voices.told(opened(json(answer, 201).get(0).get("service_notice").asString()))
                .report();
    }

    private Map<String, String> withKey() {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("api_key", key);
        return all;
    }

    /** The notice has the receipt, and the receipt opens the report. */
    private ReportId opened(String notice) {
        Matcher receipt = RECEIPT.matcher(notice);
        assertThat(receipt.find()).as(notice).isTrue();
        return voices.authenticated(receipt.group(1), receipt.group(2)).orElseThrow();
    }

    private void take(ReportId id) {
        Scope village = place.scope(place.account(Role.SECRETARY, place.village));
        reports.answer(id, ReportAnswer.take(1, new ReportAnswer.Draft("路灯", "不亮", 1, null)), village);
    }

    private int count() {
        return jdbc.sql("select count(*) from voice.report")
                .query(Integer.class)
                .single();
    }

    private String kept() {
        return jdbc.sql("select string_agg(text, ' ') from voice.words")
                .query(String.class)
                .single();
    }

    private static void until(BooleanSupplier done) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
