package org.luodi.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.MatterId;
import org.luodi.voice.Receipt;
import org.luodi.world.Today;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The same rules as on the page, for a programme: altered, forwarded, late and repeated answers bring nothing. */
class InvitedApiTest extends AskedTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    Links links;

    @LocalServerPort
    int port;

    private Visitor anybody;
    private Receipt receipt;
    private Asking asking;
    private String here;

    @BeforeEach
    void aMatterThatSettles() {
        anybody = new Visitor(port);
        MatterId matter = affected.acting(unit, county);
        receipt = affected.reporter(matter, unit, Affected.phone());
        affected.settle(matter, county);
        asking = opened(matter);
        here = path(invitations.of(asking.id()).get(0).id());
    }

    @Test
    void whoIsInvitedAnswersEachQuestionOnItsOwnAndOnce() {
        assertThat(read(anybody.get(here), 200)).containsEntry("open", true).containsEntry("answered", false);
        Map<String, Object> question = opened(receipt.secret());
        assertThat(question)
                .containsEntry("title", "村口路灯不亮")
                .containsEntry("fixed", "已换灯")
                .containsEntry("unitName", unit.name());
        String pass = (String) question.get("pass");
        assertThat(said(answer(pass, "\"solved\":true,\"fits\":true"))).contains("您满意吗");
        assertThat(answer(pass, "\"solved\":\"perhaps\",\"satisfied\":true,\"fits\":true")
                        .statusCode())
                .isEqualTo(400);
        String no = "\"solved\":false,\"satisfied\":true,\"fits\":false,\"words\":\"灯还是不亮\"";
        assertThat(answer(pass, no).statusCode()).isEqualTo(204);

        assertThat(said(answer(pass, no))).contains("您已经评价过了");
        assertThat(said(open(receipt.secret()))).contains("您已经评价过了");
        assertThat(read(anybody.get(here), 200)).containsEntry("answered", true);
        Answer said = invitations.said(asking.id()).get(0).answer();
        assertThat(List.of(said.solved(), said.satisfied(), said.fits())).containsExactly(false, true, false);
    }

    @Test
    void whatWasAlteredOrForwardedOpensNothing() {
        assertThat(anybody.get(here.substring(0, here.length() - 1) + (here.endsWith("0") ? "1" : "0"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(said(open("no"))).contains("对不上");
        assertThat(said(open(null))).contains("对不上");
        assertThat(text(open("no"))).doesNotContain("村口路灯不亮");
        String pass = (String) opened(receipt.secret()).get("pass");
        String yes = "\"solved\":true,\"satisfied\":true,\"fits\":true";
        for (String altered : List.of("", "x", pass.replaceFirst("-\\d", "-9"), pass.substring(1), pass + "0")) {
            assertThat(said(answer(altered, yes))).as(altered).contains("打开的时间太长了");
        }
        assertThat(invitations.said(asking.id())).isEmpty();
    }

    @Test
    void thePassOfOneInvitationOpensNoOther() {
        MatterId other = affected.acting(unit, county);
        Receipt neighbour = affected.reporter(other, unit, Affected.phone());
        affected.settle(other, county);
        String there = path(invitations.of(opened(other).id()).get(0).id());
        HttpResponse<byte[]> asked = anybody.json(there + "/openings", shown(neighbour.secret()));
        String pass = (String) read(asked, 200).get("pass");
        assertThat(said(answer(pass, "\"solved\":true,\"satisfied\":true,\"fits\":true")))
                .contains("打开的时间太长了");
    }

    @Test
    void afterTheLastDayNothingIsTaken() {
        String pass = (String) opened(receipt.secret()).get("pass");
        ends.end(asking.id(), Today.day().plusDays(11));
        assertThat(said(answer(pass, "\"solved\":true,\"satisfied\":true,\"fits\":true")))
                .contains("评价已经在");
        assertThat(said(open(receipt.secret()))).contains("评价已经在");
        assertThat(read(anybody.get(here), 200)).containsEntry("open", false);
    }

    private String path(long invitation) {
        return "/api/evaluations/invitations/" + links.of(invitation);
    }

    private Map<String, Object> opened(String given) {
        return read(open(given), 200);
    }

    private HttpResponse<byte[]> open(String given) {
        return anybody.json(here + "/openings", shown(given));
    }

    private static String shown(String given) {
        return given == null ? "{}" : "{\"shown\":\"" + given + "\"}";
    }

    private HttpResponse<byte[]> answer(String pass, String rest) {
        return anybody.json(here + "/answers", "{\"pass\":\"" + pass + "\"," + rest + "}");
    }

    /** What a refusal says. */
    private static String said(HttpResponse<byte[]> response) {
        return (String) read(response, 422).get("detail");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(HttpResponse<byte[]> response, int status) {
        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
        return JSON.readValue(response.body(), Map.class);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
