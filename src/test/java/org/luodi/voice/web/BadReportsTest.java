package org.luodi.voice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Units;
import org.luodi.voice.NewReport;
import org.luodi.voice.Voices;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and programs send that is not meant, or not well meant. */
@OnTheTree
class BadReportsTest {

    private static final String PAGE = "/voice";

    @Autowired
    Voices voices;

    @Autowired
    Place place;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Visitor anybody;

    @BeforeEach
    void somebody() {
        anybody = new Visitor(port);
    }

    @Test
    void markupInEveryFieldStaysText() {
        String markup = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
        Map<String, String> typed = form(markup);
        for (String field : List.of("q", "contact", "category", "latitude", "longitude", "altcha", "echo", "once")) {
            typed.put(field, markup);
        }
        for (String path : List.of("/voice", "/voice/places", "/voice/echoes", "/voice/follow")) {
            Document page = parsed(anybody.post(PAGE, path, typed));
            assertThat(page.select("main script:not([src^=/static/]), img[onerror]"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void photosAreMadeSmallAndShownToWhoHoldsTheReceipt() throws IOException {
        Document receipt = parsed(send("桥上的洞", List.of(picture(2400, 1200), picture(20, 20))));
        open(receipt);
        HttpResponse<byte[]> first = anybody.get("/voice/follow/photos/1");
        assertThat(first.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(first.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
        BufferedImage shown = ImageIO.read(new java.io.ByteArrayInputStream(first.body()));
        assertThat(shown.getWidth()).isEqualTo(1600);
        assertThat(anybody.get("/voice/follow/photos/3").statusCode()).isEqualTo(404);
        assertThat(new Visitor(port).get("/voice/follow/photos/1").statusCode()).isEqualTo(404);
        HttpResponse<byte[]> more = anybody.post(
                "/voice/follow", "/voice/follow/photos", Map.of(), Collections.nCopies(4, picture(20, 20)));
        assertThat(more.statusCode()).isEqualTo(422);
        anybody.post("/voice/follow", "/voice/follow/photos", Map.of(), List.of(picture(30, 20)));
        assertThat(anybody.page("/voice/follow").select("main img")).hasSize(3);
    }

    @Test
    void photosThatComeWithMeTooAreKept() throws IOException {
        Map<String, String> typed = form("桥上的洞，我也看见了");
        typed.put(
                "echo", voices.receive(NewReport.of(place.village.id(), "桥上的洞")).code());
        Document receipt = parsed(anybody.post(PAGE, "/voice/echoes", typed, List.of(picture(30, 20))));
        open(receipt);
        assertThat(anybody.page("/voice/follow").select("main img")).hasSize(1);
    }

    @Test
    void whatIsNoPhotoIsRefusedAndTheWordsStay() throws IOException {
        byte[] bomb = picture(20, 20);
        bomb[16] = 0x7f;
        refused(List.of(bomb));
        refused(List.of("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)));
        refused(List.of("MZ program".getBytes(StandardCharsets.ISO_8859_1)));
        refused(List.of(new byte[(10 << 20) + 1]));
        refused(Collections.nCopies(50, picture(20, 20)));
    }

    private void refused(List<byte[]> photos) {
        long before = count();
        HttpResponse<byte[]> answer = send("写好的事", photos);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(parsed(answer).select("textarea").text()).isEqualTo("写好的事");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void tenMegabytesOfTextAreRefusedWithoutHarm() {
        String long10 = "长".repeat(10 << 20);
        long before = count();
        for (HttpResponse<byte[]> answer : List.of(
                anybody.post(PAGE, "/voice", form(long10), List.of()),
                anybody.post(PAGE, "/voice", form("x".repeat(10 << 20))))) {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(parsed(answer).select("main").text())
                    .contains("提交的内容太大", "后退", "缩短")
                    .doesNotContain("页面打开得太久");
        }
        assertThat(anybody.get(PAGE).statusCode()).isEqualTo(200);
        assertThat(count()).isEqualTo(before);
        HttpResponse<byte[]> some = anybody.post(PAGE, "/voice", form("长".repeat(5001)));
        assertThat(some.statusCode()).isEqualTo(422);
        assertThat(parsed(some).select("textarea").text()).hasSize(5001);
    }

    @Test
    void anAlteredTokenIsReplacedAndNothingIsLost() {
        Map<String, String> typed = form("写好的事");
        typed.put("once", "x");
        HttpResponse<byte[]> answer = anybody.post(PAGE, "/voice", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(parsed(answer).select("[name=once]").val()).hasSizeGreaterThan(20);
        assertThat(parsed(answer).select("textarea").text()).isEqualTo("写好的事");
    }

    /** In a village where no other test looks at its list. */
    @Test
    void whatWasAcknowledgedInAFloodIsThereAfterwards() {
        int village = units.byCode("110101001001").orElseThrow().id().value();
        List<String> codes = IntStream.range(0, 400)
                .parallel()
                .mapToObj(
                        i -> anybody.json("/api/voice/reports", "{\"unit\":" + village + ",\"text\":\"洪水 " + i + "\"}"))
                .filter(a -> a.statusCode() == 201)
                .map(a -> Visitor.text(a).replaceAll(".*\"code\":\"(\\w+)\".*", "$1"))
                .toList();
        assertThat(codes).hasSize(400).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select count(*) from voice.report where code = any(?)")
                        .param(codes.toArray(String[]::new))
                        .query(Long.class)
                        .single())
                .isEqualTo(400);
    }

    private long count() {
        return jdbc.sql("select count(*) from voice.report").query(Long.class).single();
    }

    private HttpResponse<byte[]> send(String text, List<byte[]> photos) {
        return anybody.post(PAGE, "/voice", form(text), photos);
    }

    private void open(Document receipt) {
        Map<String, String> typed = Map.of(
                "code",
                receipt.select("#code").text(),
                "secret",
                receipt.select("#secret").text());
        anybody.post("/voice/follow", "/voice/follow", typed);
    }

    private Map<String, String> form(String text) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("once", voices.token());
        typed.put("text", text);
        typed.put("sure", "1");
        typed.put("unit", Integer.toString(place.village.id().value()));
        return typed;
    }

    private static byte[] picture(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static Document parsed(HttpResponse<byte[]> answer) {
        return Jsoup.parse(Visitor.text(answer));
    }
}
