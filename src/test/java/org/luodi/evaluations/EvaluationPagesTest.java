package org.luodi.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Role;
import org.luodi.platform.identity.Account;
import org.luodi.voice.Receipt;
import org.luodi.world.Today;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages on which those affected answer, and those on which the rest of the world sees what they said. */
class EvaluationPagesTest extends AskedTest {

    private static final String MARKUP = "<script>alert(1)</script> 13812345678";

    @Autowired
    Links links;

    @LocalServerPort
    int port;

    private Visitor anybody;
    private MatterId matter;
    private Receipt receipt;
    private String phone;
    private Asking asking;
    private String here;

    @BeforeEach
    void aMatterThatSettles() {
        anybody = new Visitor(port);
        phone = Affected.phone();
        matter = affected.acting(unit, county);
        receipt = affected.reporter(matter, unit, phone);
        affected.settle(matter, county);
        asking = opened(matter);
        here = "/evaluations/" + links.of(invitations.of(asking.id()).get(0).id());
    }

    @Test
    void whoIsInvitedAnswersWithoutAnAccount() {
        Document door = anybody.page(here);
        assertThat(door.text()).doesNotContain("村口路灯不亮");
        assertThat(door.select("input[name=shown]")).hasSize(1);
        HttpResponse<byte[]> wrong = anybody.post(here, here + "/openings", Map.of("shown", "no"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(page(wrong).text()).contains("对不上").doesNotContain("村口路灯不亮");

        Document questions = page(anybody.post(here, here + "/openings", Map.of("shown", receipt.secret())));
        assertThat(questions.text()).contains("村口路灯不亮", "已换灯", unit.name());
        String pass = questions.select("input[name=pass]").val();
        HttpResponse<byte[]> half =
                anybody.post(here, here + "/answers", Map.of("pass", pass, "solved", "false", "words", MARKUP));
        assertThat(half.statusCode()).isEqualTo(422);
        assertThat(page(half).select("#f-words").text()).isEqualTo(MARKUP);
        assertThat(page(half).select("#f-solved option[selected]").val()).isEqualTo("false");

        HttpResponse<byte[]> sent = anybody.post(
                here,
                here + "/answers",
                Map.of("pass", pass, "solved", "false", "satisfied", "false", "fits", "false", "words", MARKUP));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(anybody.page(here).text()).contains("已经收到您的评价");
    }

    @Test
    void whatWasSaidStandsOnThePageOfTheMatterAfterTheLastDayOnly() {
        evaluations.answer(invitations.of(asking.id()).get(0).id(), new Answer(false, false, true, MARKUP));
        ends.end(asking.id(), Today.day());
        Visitor clerk = Visitor.signedIn(port, place.account(Role.CLERK, place.county));
        Document page = clerk.page("/matters/" + matter.value());
        assertThat(page.select("section[aria-labelledby=evaluation]").text())
                .contains("群众不认可", "请 1 人，答 1 人", "<script>alert(1)</script> ***********");
        assertThat(page.select("section[aria-labelledby=evaluation] script")).isEmpty();
        Document list = clerk.page("/evaluations/desk/units/" + unit.id().value());
        assertThat(list.select("tbody tr").text()).contains("群众不认可", "村口路灯不亮");
        assertThat(anybody.page("/evaluations/units/" + unit.id().value()).text())
                .contains("解决率", "不足 5 份，不显示")
                .doesNotContain("0 / 1");
        assertThat(text(anybody.get("/api/evaluations/units/" + unit.id().value())))
                .contains("\"solved\":{\"numerator\":null,\"denominator\":null,\"share\":null")
                .doesNotContain("\"denominator\":1,");
        assertThat(anybody.english("/evaluations/units/" + unit.id().value()).text())
                .contains("Fewer than 5, not shown");
        String draw = text(anybody.get("/api/evaluations/draws/" + asking.id()));
        assertThat(draw).contains("\"name\":\"matter " + matter.value() + " round 0\"");
    }

    @Test
    void beforeTheLastDayThePageOfTheMatterSaysUntilWhenAndNothingElse() {
        affected.metoo(receipt, matter, Affected.phone());
        Visitor clerk = Visitor.signedIn(port, place.account(Role.CLERK, place.county));
        assertThat(clerk.page("/matters/" + matter.value())
                        .select("section[aria-labelledby=evaluation] dd")
                        .text())
                .isEqualTo("正在请群众评价，" + Today.day().plusDays(10) + " 截止；截止以前谁都看不到回答。");
        assertThat(anybody.get("/api/evaluations/draws/" + asking.id()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCallerSeesTheNumberOnceForAReasonAndWritesDownWhatIsSaid() {
        Account caller = place.account(Role.CALLER, place.city);
        Visitor visitor = Visitor.signedIn(port, caller);
        String call =
                "/evaluations/desk/calls/" + invitations.of(asking.id()).get(0).id();
        assertThat(visitor.page("/evaluations/desk/calls").select("a[href=" + call + "]"))
                .hasSize(1);
        assertThat(visitor.page(call).text()).contains("村口路灯不亮").doesNotContain(phone);
        assertThat(visitor.post(call, call + "/looks", Map.of("reason", "")).statusCode())
                .isEqualTo(422);
        assertThat(page(visitor.post(call, call + "/looks", Map.of("reason", "第一次打电话")))
                        .text())
                .contains(phone);
        HttpResponse<byte[]> sent =
                visitor.post(call, call + "/answers", Map.of("solved", "true", "satisfied", "true", "fits", "true"));
        assertThat(sent.statusCode()).isEqualTo(302);
        Visitor clerk = Visitor.signedIn(port, place.account(Role.CLERK, place.county));
        assertThat(clerk.get(call).statusCode()).isEqualTo(404);
    }

    private static Document page(HttpResponse<byte[]> response) {
        return Jsoup.parse(text(response));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
