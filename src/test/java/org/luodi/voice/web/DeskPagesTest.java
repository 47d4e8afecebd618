package org.luodi.voice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.evidence.Photo;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Role;
import org.luodi.organisation.Unit;
import org.luodi.platform.identity.Accounts;
import org.luodi.voice.NewReport;
import org.luodi.voice.Receipt;
import org.luodi.voice.Report;
import org.luodi.voice.ReportAnswer;
import org.luodi.voice.ReportId;
import org.luodi.voice.Reports;
import org.luodi.voice.Stage;
import org.luodi.voice.Voices;
import org.luodi.voice.Way;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The desk where reports are answered, as its pages and its API show it. */
@OnTheTree
class DeskPagesTest {

    private static final String PHONE = "13812345678";

    @Autowired
    Voices voices;

    @Autowired
    Reports reports;

    @Autowired
    Place place;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private Visitor secretary;
    private ReportId id;
    private String here;

    @BeforeEach
    void receiveAReport() {
        secretary = at(Role.SECRETARY, place.village);
        id = receive(NewReport.of(place.village.id(), "路灯坏了<script>alert(1)</script>，打" + PHONE)
                .in(11)
                .reachedAt(PHONE, false));
        here = "/voice/desk/" + id.value();
    }

    @Test
    void anOfficeSaysWhereItsUnitIsAndBadValuesAreToldPlainly() {
        String unit = "/units/" + place.village.id().value();
        String position = "/voice/desk" + unit + "/position";
        assertThat(secretary.page(unit).select("a[href=" + position + "]")).hasSize(1);
        for (String bad : List.of("", "三十度", "30°38'", "1e2", "30,1,2")) {
            HttpResponse<byte[]> refused =
                    secretary.post(position, position, Map.of("latitude", bad, "longitude", "119.68"));
            assertThat(refused.statusCode()).isEqualTo(422);
            Document again = Jsoup.parse(Visitor.text(refused));
            assertThat(again.select("#f-latitude-error").text()).contains("30.638674");
            assertThat(again.select("#f-latitude").val()).isEqualTo(bad);
            assertThat(again.select("#f-longitude").val()).isEqualTo("119.68");
        }
        HttpResponse<byte[]> far =
                secretary.post(position, position, Map.of("latitude", "119.68", "longitude", "30.6"));
        assertThat(far.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(Visitor.text(far)).text()).contains("-90");

        HttpResponse<byte[]> kept =
                secretary.post(position, position, Map.of("latitude", " 30.638674 ", "longitude", "119.680353"));
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(secretary.page(position).select("#f-longitude").val()).isEqualTo("119.680353");
        Visitor reader = at(Role.READER, place.village);
        assertThat(reader.page(position).select("main form")).isEmpty();
        assertThat(reader.page(position).text()).contains("30.638674");
        assertThat(at(Role.CLERK, place.neighbour).get(position).statusCode()).isEqualTo(404);
    }

    @Test
    void theListLeadsToTheReportAndTheReportToItsMatter() {
        Document list = secretary.page("/voice/desk");
        assertThat(list.select("a[href=" + here + "]").text()).contains("路灯坏了").doesNotContain(PHONE);
        Document one = secretary.page(here);
        assertThat(one.select("main script")).isEmpty();
        assertThat(one.text()).contains("***********").doesNotContain(PHONE);
        assertThat(one.select("a[href=" + here + "/takings]")).isNotEmpty();
        Document form = secretary.page(here + "/takings");
        assertThat(form.select("[name=symptoms]").text()).contains("路灯坏了");
        Map<String, String> fields = Map.of("version", "1", "title", "村口路灯不亮", "category", "11", "symptoms", "天黑看不见");
        secretary.post(here + "/takings", here + "/takings", fields);
        Report taken = voices.told(id).report();
        assertThat(taken.stage()).isEqualTo(Stage.TAKEN);
        Document matter = secretary.page("/matters/" + taken.matter().value());
        assertThat(matter.select("a[href=" + here + "]")).isNotEmpty();
        assertThat(secretary.page(here).text()).contains("村口路灯不亮");
        assertThat(secretary.english(here).text()).contains("Became a matter");
    }

    @Test
    void whatWasTypedStaysWhereItIsRefusedAndWhileAUnitIsLookedFor() {
        String form = here + "/hand-backs";
        HttpResponse<byte[]> refused =
                secretary.post(form, form, Map.of("version", "1", "words", "写好的依据", "ground", "other-duty"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(refused)).contains("写好的依据").contains("请写明应当由哪个单位答复");
        HttpResponse<byte[]> found = secretary.post(
                form, form, Map.of("version", "1", "words", "写好的依据", "q", place.neighbour.name(), "find", "true"));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(Visitor.text(found))
                .contains("写好的依据")
                .contains("value=\"" + place.neighbour.id().value() + "\"");
        assertThat(voices.told(id).report().version()).isEqualTo(1);
    }

    @Test
    void aReportJoinsAMatterByItsNumber() {
        MatterId matter = reports.answer(
                        receive(NewReport.of(place.village.id(), "灯不亮")),
                        ReportAnswer.take(1, new ReportAnswer.Draft("路灯", null, 11, null)),
                        place.scope(place.account(Role.CLERK, place.village)))
                .matter();
        Document form = secretary.page(here + "/joinings");
        assertThat(form.select("[name=matter] option[value=" + matter.value() + "]"))
                .isNotEmpty();
        HttpResponse<byte[]> unknown =
                secretary.post(here + "/joinings", here + "/joinings", Map.of("version", "1", "number", "LD0-0"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        secretary.post(
                here + "/joinings",
                here + "/joinings",
                Map.of("version", "1", "matter", Long.toString(matter.value())));
        assertThat(voices.told(id).report().stage()).isEqualTo(Stage.JOINED);
    }

    @Test
    void whatIsToldIsWrittenDownAndGetsAReceiptThatIsTheSameTwice() {
        String form = "/voice/desk/new";
        String once = secretary.page(form).select("[name=once]").val();
        Map<String, String> fields = Map.of(
                "once",
                once,
                "way",
                "phone",
                "text",
                "井盖没了",
                "unit",
                Integer.toString(place.village.id().value()));
        Document receipt = Jsoup.parse(Visitor.text(secretary.post(form, form, fields)));
        Document again = Jsoup.parse(Visitor.text(secretary.post(form, form, fields)));
        assertThat(again.select("#secret").text())
                .isEqualTo(receipt.select("#secret").text());
        Report kept = voices.byCode(receipt.select("#code").text()).orElseThrow();
        assertThat(kept.way()).isEqualTo(Way.PHONE);
        HttpResponse<byte[]> wayless = secretary.post(form, form, Map.of("once", voices.token(), "text", "井盖没了"));
        assertThat(wayless.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(wayless)).contains("井盖没了");
        assertThat(at(Role.READER, place.village).page(form).text()).contains("只有承担单位工作的账号");
    }

    @Test
    void whoSeesTheReportSeesItsPhotos() throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", picture);
        NewReport report = NewReport.of(place.village.id(), "井盖没了");
        Receipt receipt = voices.receive(report, List.of(Photo.of(picture.toByteArray())));
        long number = voices.authenticated(receipt.code(), receipt.secret())
                .orElseThrow()
                .value();
        String photo =
                secretary.page("/voice/desk/" + number).select("main img").attr("src");
        HttpResponse<byte[]> shown = secretary.get(photo);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(at(Role.CLERK, place.neighbour).get(photo).statusCode()).isEqualTo(404);
        assertThat(new Visitor(port).get(photo).statusCode()).isNotEqualTo(200);
        assertThat(secretary.get("/voice/desk/" + number + "/photos/9").statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobodyElseSeesIt() {
        Visitor neighbour = at(Role.CLERK, place.neighbour);
        assertThat(neighbour.get(here).statusCode()).isEqualTo(404);
        assertThat(neighbour.get(here + "/takings").statusCode()).isEqualTo(404);
        assertThat(api(Role.CLERK, place.neighbour, "/" + id.value()).statusCode())
                .isEqualTo(404);
        assertThat(new Visitor(port).get(here).statusCode()).isNotEqualTo(200);
        assertThat(new Visitor(port).get("/api/voice/desk").statusCode()).isEqualTo(401);
        assertThat(secretary.get(here + "/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void aCallerIsShownTheContactForAReasonAndTheAnswerIsNotKept() {
        Visitor caller = at(Role.CALLER, place.county);
        assertThat(secretary.page(here).text()).contains("只有回访员才能看联系方式");
        HttpResponse<byte[]> without = caller.post(here, here + "/looks", Map.of("reason", ""));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(without)).doesNotContain(PHONE);
        HttpResponse<byte[]> shown = caller.post(here, here + "/looks", Map.of("reason", "回访是否修好"));
        assertThat(Visitor.text(shown)).contains(PHONE);
        assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(secretary.page(here).text()).contains("回访是否修好").doesNotContain(PHONE);
        caller.post(here, here + "/erasures", Map.of());
        assertThat(caller.page(here).text()).contains("没有留联系方式");
    }

    @Test
    void aReportIsFoundByTheCodeOfItsReceipt() {
        String code = voices.told(id).report().code();
        assertThat(Visitor.next(secretary.get("/voice/desk?code=" + code.toLowerCase())))
                .isEqualTo(here);
        assertThat(secretary.page("/voice/desk?code=R0000000000").text()).contains("R0000000000 不在您的范围里");
    }

    @Test
    void theTableOfMovesIsPrintedFromTheTable() {
        assertThat(secretary.page("/voice/desk/moves").select("tbody tr")).hasSize(21);
        assertThat(json("/moves")).contains("\"noun\":\"hand-backs\"");
    }

    @Test
    void theApiAnswersLikeThePages() {
        assertThat(json("?own=true")).contains("\"id\":" + id.value()).doesNotContain(PHONE);
        assertThat(json("/" + id.value())).contains("\"stage\":\"received\"");
        assertThat(json("/" + id.value() + "/steps")).isEqualTo("[]");
        assertThat(api(Role.CLERK, place.village, "?stage=nowhere").statusCode())
                .isEqualTo(400);
        String taking = "{\"version\":1,\"title\":\"路灯不亮\",\"category\":11}";
        assertThat(Visitor.text(post("/" + id.value() + "/takings", taking))).contains("\"stage\":\"taken\"");
        assertThat(post("/" + id.value() + "/takings", taking).statusCode()).isEqualTo(409);
        String told = "{\"unit\":" + place.village.id().value() + ",\"text\":\"井盖没了\",\"way\":\"visit\"}";
        HttpResponse<byte[]> receipt = post("", told);
        assertThat(receipt.statusCode()).isEqualTo(201);
        assertThat(Visitor.text(receipt)).contains("\"secret\":\"");
    }

    private String json(String path) {
        return Visitor.text(api(Role.CLERK, place.village, path));
    }

    private HttpResponse<byte[]> api(Role role, Unit unit, String path) {
        return send(role, unit, request(path).GET());
    }

    private HttpResponse<byte[]> post(String path, String body) {
        return send(
                Role.CLERK,
                place.village,
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/voice/desk" + path));
    }

    private HttpResponse<byte[]> send(Role role, Unit unit, HttpRequest.Builder request) {
        String token = accounts.createToken(place.account(role, unit).actor(), "test");
        HttpRequest asked = request.header("Authorization", "Bearer " + token).build();
        try {
            return HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private ReportId receive(NewReport report) {
        Receipt receipt = voices.receive(report);
        return voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
    }

    private Visitor at(Role role, Unit unit) {
        return Visitor.signedIn(port, place.account(role, unit));
    }
}
