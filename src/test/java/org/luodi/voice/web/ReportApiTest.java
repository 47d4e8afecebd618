package org.luodi.voice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@OnTheTree
class ReportApiTest {

    private static final String REPORTS = "/api/voice/reports";

    @Autowired
    Place place;

    @LocalServerPort
    int port;

    private Visitor anybody;
    private String body;

    @BeforeEach
    void somebody() {
        anybody = new Visitor(port);
        body = "{\"unit\":" + place.village.id().value() + ",\"text\":\"水管漏水\",\"category\":11,"
                + "\"point\":{\"latitude\":30.1,\"longitude\":104.2}}";
    }

    @Test
    void aReportIsSentFollowedAndAddedTo() {
        Map<String, Object> receipt = read(anybody.json(REPORTS, body), 201);
        String code = (String) receipt.get("code");
        String secret = (String) receipt.get("secret");
        String one = REPORTS + "/" + code;
        Map<String, Object> followed = read(anybody.get(one, "Receipt-Secret", secret), 200);
        assertThat(followed).containsEntry("stage", "checking").containsEntry("category", 11);
        Map<String, Object> added =
                read(anybody.json(one + "/additions", "{\"text\":\"更大了\"}", "Receipt-Secret", secret), 200);
        assertThat(added.get("words").toString()).contains("水管漏水", "更大了");
        assertThat(anybody.json(one + "/takings", "{}", "Receipt-Secret", secret)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aWrongSecretAndAnUnknownCodeGetTheSameAnswer() {
        String code = (String) read(anybody.json(REPORTS, body), 201).get("code");
        HttpResponse<byte[]> wrong = anybody.get(REPORTS + "/" + code, "Receipt-Secret", "0000-0000-0000");
        HttpResponse<byte[]> unknown = anybody.get(REPORTS + "/R0000000000", "Receipt-Secret", "0000-0000-0000");
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(Visitor.text(unknown)).isEqualTo(Visitor.text(wrong).replace(code, "R0000000000"));
        assertThat(anybody.get(REPORTS + "/" + code).statusCode()).isEqualTo(404);
    }

    @Test
    void meTooHasAReceiptOfItsOwn() {
        String code = (String) read(anybody.json(REPORTS, body), 201).get("code");
        assertThat(anybody.json(REPORTS + "/" + code + "/echoes", "{}").statusCode())
                .isEqualTo(422);
        assertThat(anybody.json(REPORTS + "/R0000000000/echoes", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeReadIsRefusedWithAReason() {
        assertThat(anybody.json(REPORTS, "{").statusCode()).isEqualTo(400);
        assertThat(anybody.json(REPORTS, "{}").statusCode()).isEqualTo(422);
        assertThat(anybody.json(REPORTS, body.replace("30.1", "300")).statusCode())
                .isBetween(400, 422);
        assertThat(read(anybody.get("/api/voice/form"), 200)).containsKeys("once", "challenge");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).as(Visitor.text(answer)).isEqualTo(status);
        return new JsonMapper().readValue(answer.body(), Map.class);
    }
}
