package org.luodi.voice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.voice.ReportAnswer;
import org.luodi.voice.ReportId;
import org.luodi.voice.Reports;
import org.luodi.voice.Stage;
import org.luodi.voice.Verb;
import org.luodi.voice.Voices;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody without an account does: report, keep the receipt, follow. */
@OnTheTree
class PublicPagesTest {

    @Autowired
    Voices voices;

    @Autowired
    Reports reports;

    @Autowired
    Matters matters;

    @Autowired
    Place place;

    @LocalServerPort
    int port;

    private Visitor anybody;

    @BeforeEach
    void somebody() {
        anybody = new Visitor(port);
    }

    @Test
    void aReportIsSentAndFollowedWithItsReceipt() {
        Map<String, String> typed = form("村口路灯不亮<script>alert(1)</script>");
        typed.put("sure", "true");
        typed.put("contact", "13812345678");
        Document receipt = parsed(anybody.post("/voice", "/voice", typed));
        String code = receipt.select("#code").text();
        String secret = receipt.select("#secret").text();
        assertThat(code).startsWith("R");
        assertThat(voices.byCode(code).orElseThrow().stage()).isEqualTo(Stage.CHECKING);

        HttpResponse<byte[]> wrong = open(code, "0000-0000-0000");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(open("R0000000000", secret)))
                .isEqualTo(Visitor.text(wrong).replace(code, "R0000000000"));

        HttpResponse<byte[]> opened = open(code, secret);
        assertThat(opened.headers().firstValue("Location").orElseThrow()).endsWith("/voice/follow");
        assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/;", "Max-Age=1800")
                .doesNotContain(secret);
        Document page = anybody.page("/voice/follow");
        assertThat(page.text()).contains("村口路灯不亮<script>", "等待核对", place.village.name(), "留了电话");
        assertThat(page.select("main script")).isEmpty();
        assertThat(page.html()).doesNotContain(secret, "13812345678");
        assertThat(anybody.english("/voice/follow").text()).contains("Waiting to be checked");
    }

    @Test
    void whoHoldsTheReceiptTakesTheContactAway() {
        Map<String, String> typed = form("垃圾没人收");
        typed.put("sure", "true");
        typed.put("contact", "13812345678");
        Document receipt = parsed(anybody.post("/voice", "/voice", typed));
        open(receipt.select("#code").text(), receipt.select("#secret").text());
        assertThat(anybody.page("/voice/follow").select("form[action$=erasures]"))
                .hasSize(1);
        anybody.post("/voice/follow", "/voice/follow/erasures", Map.of());
        Document page = anybody.page("/voice/follow");
        assertThat(page.text()).contains("没有留");
        assertThat(page.select("form[action$=erasures]")).isEmpty();
        Visitor other = new Visitor(port);
        assertThat(other.post("/voice/follow", "/voice/follow/erasures", Map.of())
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theSameFormSentTwiceGetsTheSameReceipt() {
        Map<String, String> typed = form("同一件事");
        Document first = parsed(anybody.post("/voice", "/voice", typed));
        Document again = parsed(anybody.post("/voice", "/voice", typed));
        assertThat(again.select("#code").text()).isEqualTo(first.select("#code").text());
        assertThat(again.select("#secret").text())
                .isEqualTo(first.select("#secret").text());
        assertThat(again.text()).contains("这是同一张回执");
    }

    @Test
    void whatWasTypedStaysWhereItIsRefused() {
        Map<String, String> typed = form("写好的事");
        typed.remove("unit");
        typed.put("contact", "不是号码");
        typed.put("circle", "on");
        HttpResponse<byte[]> answer = anybody.post("/voice", "/voice", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = parsed(answer);
        assertThat(page.select("[role=alert]").text()).contains("请选择是哪个地方");
        assertThat(page.select("textarea").text()).isEqualTo("写好的事");
        assertThat(page.select("[name=contact]").val()).isEqualTo("不是号码");
        assertThat(page.select("[name=circle]").hasAttr("checked")).isTrue();
        assertThat(page.select("[name=once]").val()).isEqualTo(typed.get("once"));
    }

    @Test
    void thePlaceIsFoundWithoutAnAccount() {
        Map<String, String> typed = form("写好的事");
        typed.remove("unit");
        typed.put("q", place.village.code());
        Document page = parsed(anybody.post("/voice", "/voice/places", typed));
        assertThat(page.select("#places [name=unit]").eachAttr("value"))
                .contains(Integer.toString(place.village.id().value()));
        assertThat(page.select("textarea").text()).isEqualTo("写好的事");
    }

    @Test
    void aReporterAddsDoubtsAndWithdraws() {
        Document receipt = parsed(anybody.post("/voice", "/voice", form("井盖破了")));
        open(receipt.select("#code").text(), receipt.select("#secret").text());
        say("additions", Map.of("text", "昨天有人摔倒"));
        say("category-doubts", Map.of("category", "11"));
        assertThat(anybody.page("/voice/follow").text()).contains("昨天有人摔倒", "你补充了情况", "你说类别不对");
        HttpResponse<byte[]> empty = say("additions", Map.of("text", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        say("withdrawals", Map.of());
        assertThat(anybody.page("/voice/follow").select("h2").first().text()).isEqualTo("你已撤回");
        assertThat(say("withdrawals", Map.of()).statusCode()).isEqualTo(422);
        assertThat(say("takings", Map.of()).statusCode()).isEqualTo(404);
        say("leavings", Map.of());
        assertThat(anybody.page("/voice/follow").select("[name=secret]")).isNotEmpty();
    }

    @Test
    void whoReportedWhatWasJoinedToAnotherFollowsThatOne() {
        Document receipt = parsed(anybody.post("/voice", "/voice", form("井盖破了")));
        String code = receipt.select("#code").text();
        ReportId id = voices.byCode(code).orElseThrow().id();
        Scope village = place.as(Role.CLERK, place.village);
        reports.answer(id, ReportAnswer.of(Verb.RELEASE, 1), village);
        int version = voices.told(id).report().version();
        var draft = new ReportAnswer.Draft("井盖破了", null, 1, null);
        MatterId first =
                reports.answer(id, ReportAnswer.take(version, draft), village).matter();
        var other = new NewMatter(
                null, place.village.id(), 1, 3, 2, null, Today.day().plusDays(77), Detail.titled("井盖"));
        MatterId last = matters.raise(other, village);
        int raised = matters.visible(first, village).matter().version();
        matters.move(
                first, Command.of(org.luodi.matters.Verb.MERGE, raised, "同一件事").other(last), village);
        open(code, receipt.select("#secret").text());
        Document page = anybody.page("/voice/follow");
        assertThat(page.text()).contains(Today.day().plusDays(77).toString());
        assertThat(reports.count(last)).isEqualTo(new Reports.Count(1, 0));
        assertThat(reports.about(last, village, 10)).hasSize(1);
    }

    @Test
    void whatWasWrittenWhenThePassEndedIsStillThere() {
        HttpResponse<byte[]> answer = say("additions", Map.of("text", "写了很久的补充"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(parsed(answer).select("textarea").text()).isEqualTo("写了很久的补充");
    }

    private Map<String, String> form(String text) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("once", anybody.page("/voice").select("[name=once]").val());
        typed.put("text", text);
        typed.put("unit", Integer.toString(place.village.id().value()));
        return typed;
    }

    private HttpResponse<byte[]> open(String code, String secret) {
        return anybody.post("/voice/follow", "/voice/follow", Map.of("code", code, "secret", secret));
    }

    private HttpResponse<byte[]> say(String noun, Map<String, String> typed) {
        return anybody.post("/voice/follow", "/voice/follow/" + noun, typed);
    }

    private static Document parsed(HttpResponse<byte[]> answer) {
        return Jsoup.parse(Visitor.text(answer));
    }
}
