package org.luodi.voice.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.platform.identity.Account;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.luodi.voice.Contacts;
import org.luodi.voice.NewReport;
import org.luodi.voice.Point;
import org.luodi.voice.Receipt;
import org.luodi.voice.ReportId;
import org.luodi.voice.Voices;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever holds a receipt takes away all that is kept of the report; nobody else learns even that there is one. */
@OnTheTree
class KeptPagesTest {

    private static final String PHONE = "13812345678";
    private static final String FOLLOW = "/voice/follow";
    private static final String FILES = "/voice/follow/files";

    @Autowired
    Voices voices;

    @Autowired
    Contacts contacts;

    @Autowired
    Place place;

    @Autowired
    Ledger ledger;

    @LocalServerPort
    int port;

    private Account caller;
    private Receipt receipt;
    private ReportId id;
    private Visitor reporter;

    @BeforeEach
    void aReportWithAllThatCanBeGiven() {
        caller = place.account(Role.CALLER, place.county);
        receipt = voices.receive(NewReport.of(place.village.id(), "路灯坏了<b>")
                .at(new Point(30.125, 104.5))
                .reachedAt(PHONE, true));
        id = voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
        reporter = new Visitor(port);
        reporter.post(FOLLOW, FOLLOW, Map.of("code", receipt.code(), "secret", receipt.secret()));
    }

    @Test
    void theFileHasAllThatIsKeptAndNothingOfWhoHandledIt() {
        Scope calling = place.scope(caller);
        contacts.look(id, "回访是否修好", calling);
        reporter.post(FOLLOW, "/voice/follow/additions", Map.of("text", "又灭了一盏"));
        reporter.post(FOLLOW, "/voice/follow/photos", Map.of(), List.of(picture()));

        HttpResponse<byte[]> answer = reporter.post(FOLLOW, FILES, Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"luodi-" + receipt.code() + ".zip\"");
        Map<String, byte[]> files = opened(answer);
        String folder = "luodi-" + receipt.code() + "/";
        assertThat(files.keySet()).containsExactly(folder + "index.html", folder + "photo-1.jpg");
        assertThat(files.get(folder + "photo-1.jpg")).startsWith(0xFF, 0xD8);
        Document page = Jsoup.parse(new String(files.get(folder + "index.html"), UTF_8));
        assertThat(page.text())
                .contains("路灯坏了<b>", "又灭了一盏", PHONE, "30.125, 104.5", place.village.name(), "回访员", "回访是否修好")
                .doesNotContain(receipt.secret(), caller.name());
        assertThat(page.select("img").attr("src")).isEqualTo("photo-1.jpg");
        assertThat(page.select("script, link, form")).isEmpty();
        assertThat(entry().verb()).isEqualTo("copy-taken");
        assertThat(entry().body().toString()).doesNotContain(PHONE);
    }

    @Test
    void whatWasErasedIsNotInTheFile() {
        reporter.post(FOLLOW, "/voice/follow/erasures", Map.of());
        Map<String, byte[]> files = opened(reporter.post(FOLLOW, FILES, Map.of()));
        assertThat(new String(files.values().iterator().next(), UTF_8)).doesNotContain(PHONE);
    }

    @Test
    void withoutAReceiptThereIsNoFile() {
        HttpResponse<byte[]> refused = new Visitor(port).post(FOLLOW, FILES, Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(refused)).contains("请再输入编号和口令");
        assertThat(entry().verb()).isNotEqualTo("copy-taken");
    }

    @Test
    void aProgramTakesItUnderTheSameRules() {
        String one = "/api/voice/reports/" + receipt.code() + "/files";
        HttpResponse<byte[]> taken = reporter.json(one, "{}", "Receipt-Secret", receipt.secret());
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(opened(taken)).hasSize(1);

        HttpResponse<byte[]> wrong = reporter.json(one, "{}", "Receipt-Secret", "0000-0000-0000");
        HttpResponse<byte[]> unknown =
                reporter.json(one.replace(receipt.code(), "R0000000000"), "{}", "Receipt-Secret", "0000-0000-0000");
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(Visitor.text(unknown)).isEqualTo(Visitor.text(wrong).replace(receipt.code(), "R0000000000"));
        assertThat(reporter.json(one, "{}").statusCode()).isEqualTo(404);
    }

    private Entry entry() {
        return ledger.about(new Subject("report", id.value()), null, 1).rows().get(0);
    }

    private static Map<String, byte[]> opened(HttpResponse<byte[]> answer) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return files;
    }

    private static byte[] picture() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return bytes.toByteArray();
    }
}
