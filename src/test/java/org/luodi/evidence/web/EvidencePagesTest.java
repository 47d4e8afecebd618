package org.luodi.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luodi.world.Pages.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.evidence.Files;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Task;
import org.luodi.matters.Verb;
import org.luodi.organisation.Role;
import org.luodi.platform.identity.Account;
import org.luodi.world.OnTheTree;
import org.luodi.world.Pages;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

/** Evidence at its pages and at the API, as browsers and programs send it. */
@OnTheTree
class EvidencePagesTest {

    @Autowired
    Pages pages;

    @Autowired
    Matters matters;

    @Autowired
    Place place;

    private Account clerk;
    private MatterId matter;

    @BeforeEach
    void aMatter() {
        clerk = place.account(Role.CLERK, place.county);
        matter = matters.raise(
                new NewMatter(null, place.village.id(), 12, 1, 2, null, null, Detail.titled("桥栏杆坏了")),
                place.scope(clerk));
    }

    @Test
    void severalFilesComeInAtOnceAndStandOnThePage() throws Exception {
        Document empty = pages.page(get(list()), clerk, 200);
        assertThat(empty.select("input[type=file]").attr("multiple")).isNotNull();
        assertThat(empty.select("input[type=file]").attr("accept")).contains("image/jpeg", ".docx");
        assertThat(empty.select(".empty").text()).contains("还没有证明材料", "请上传");
        var answer = pages.send(
                bring(file("现场.jpg", Files.phonePhoto(6)), file("通知.pdf", Files.pdf()))
                        .param("caption", "东侧"),
                clerk);
        assertThat(answer.getStatus()).isEqualTo(302);
        Document page = pages.page(get(list()), clerk, 200);
        assertThat(page.select("ul.rows > li")).hasSize(2);
        assertThat(page.select("ul.rows img").attr("alt")).isEqualTo("东侧");
        assertThat(page.text()).contains("现场.jpg", "通知.pdf", "现场照片", "文件资料", "上传 通知.pdf", clerk.name());
    }

    @Test
    void ofSeveralFilesTheGoodOnesAreKeptAndTheOthersExplained() throws Exception {
        Document page = pages.page(
                bring(
                                file("好.pdf", Files.pdf()),
                                file("坏.pdf", "MZ\0\0".getBytes(StandardCharsets.ISO_8859_1)),
                                file("图.svg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)))
                        .param("caption", "东侧的栏杆")
                        .param("kind", "rule"),
                clerk,
                422);
        assertThat(page.select("[role=alert]").text()).contains("已保存 1 个", "2 个没有收", "坏.pdf", "程序", "图.svg", "SVG");
        assertThat(page.select("ul.rows > li")).hasSize(1);
        assertThat(page.select("input[name=caption]").val()).isEqualTo("东侧的栏杆");
        assertThat(page.select("select[name=kind] option[selected]").val()).isEqualTo("rule");
    }

    @Test
    void noFileAWrongKindAndAForeignTaskAreAnsweredPlainly() throws Exception {
        assertThat(pages.page(bring(), clerk, 422).select("[role=alert]").text())
                .contains("没有收到文件");
        assertThat(pages.page(bring(file("", new byte[0])), clerk, 422)
                        .select("[role=alert]")
                        .text())
                .contains("没有收到文件");
        assertThat(pages.page(bring(file("a.pdf", Files.pdf())).param("kind", "love"), clerk, 400)
                        .text())
                .contains("kind", "photo");
        assertThat(pages.page(bring(file("a.pdf", Files.pdf())).param("task", "999999"), clerk, 422)
                        .text())
                .contains("不属于这个问题");
        pages.page(get("/evidence"), clerk, 400);
        pages.page(get("/evidence?matter=x"), clerk, 400);
        pages.page(get("/evidence/999999999"), clerk, 404);
        pages.page(get("/evidence?matter=999999999"), clerk, 404);
    }

    @Test
    void onlyCleanedPicturesAreShownAndThatInASandbox() throws Exception {
        String photo = brought(file("现场.html", Files.phonePhoto(1)));
        for (String way : List.of("/picture", "/preview")) {
            MockHttpServletResponse shown = pages.send(get(photo + "/versions/1" + way), clerk);
            assertThat(shown.getStatus()).isEqualTo(200);
            assertThat(shown.getContentType()).isEqualTo("image/jpeg");
            assertThat(shown.getHeaders("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
            assertThat(shown.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(shown.getHeader("Content-Disposition")).startsWith("inline");
            assertThat(shown.getHeader("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(new String(shown.getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Secret Camera");
            assertThat(pages.send(
                                    get(photo + "/versions/1" + way).header("If-None-Match", shown.getHeader("ETag")),
                                    clerk)
                            .getStatus())
                    .isEqualTo(304);
        }
        String text = brought(file("x.txt", "第一步，修栏杆".getBytes(StandardCharsets.UTF_8)));
        assertThat(pages.send(get(text + "/versions/1/picture"), clerk).getStatus())
                .isEqualTo(404);
        assertThat(pages.send(get(text + "/versions/1/preview"), clerk).getStatus())
                .isEqualTo(404);
        for (String one : List.of(photo, text)) {
            MockHttpServletResponse file = pages.send(get(one + "/versions/1"), clerk);
            assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
            assertThat(file.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
            assertThat(file.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        assertThat(pages.send(get(photo + "/versions/1"), clerk).getHeader("Content-Disposition"))
                .contains("%E7%8E%B0%E5%9C%BA.jpg")
                .doesNotContain("html");
    }

    @Test
    void aNewVersionAndARemovalAreMadeOnThePageOfThePiece() throws Exception {
        String piece = brought(file("方案.docx", Files.docx()));
        Document form = pages.page(get(piece), clerk, 200);
        assertThat(form.select("form[action$=/versions] input[name=version]").val())
                .isEqualTo("1");
        assertThat(pages.send(replace(piece, "1", file("x.pdf", Files.pdf())), clerk)
                        .getStatus())
                .isEqualTo(302);
        Document now = pages.page(get(piece), clerk, 200);
        assertThat(now.select("h1").text()).isEqualTo("方案.pdf");
        assertThat(now.text()).contains("第 1 版", "方案.docx", "换新版 方案.pdf");
        assertThat(pages.send(get(piece + "/versions/1"), clerk).getContentAsByteArray())
                .isEqualTo(Files.docx());

        Document stale =
                pages.page(replace(piece, "1", file("y.xlsx", Files.xlsx())).param("caption", "留着"), clerk, 409);
        assertThat(stale.select("[role=alert]").text()).contains(clerk.name(), "新版本");
        assertThat(stale.select("input[name=caption]").val()).isEqualTo("留着");
        assertThat(stale.select("form[action$=/versions] input[name=version]").val())
                .isEqualTo("2");

        Document blank = pages.page(
                post(piece + "/removals")
                        .param("version", "2")
                        .param("reason", " ")
                        .with(csrf()),
                clerk,
                422);
        assertThat(blank.select("[role=alert]").text()).contains("原因");
        assertThat(pages.send(
                                post(piece + "/removals")
                                        .param("version", "2")
                                        .param("reason", "传错了")
                                        .with(csrf()),
                                clerk)
                        .getStatus())
                .isEqualTo(302);
        Document list = pages.page(get(list()), clerk, 200);
        assertThat(list.select("ul.rows > li")).isEmpty();
        assertThat(list.select(".timeline").text()).contains("撤下 方案.pdf", "传错了");
        Document removed = pages.page(get(piece), clerk, 200);
        assertThat(removed.select(".notice.warn").text()).contains("传错了", clerk.name());
        assertThat(removed.select("a[download], main form")).isEmpty();
        assertThat(pages.send(get(piece + "/versions/2"), clerk).getStatus()).isEqualTo(404);
        Account leader = place.account(Role.LEADER, place.county);
        assertThat(pages.send(get(piece + "/versions/2"), leader).getStatus()).isEqualTo(200);
        assertThat(pages.page(get(piece), leader, 200).select("a[download]")).isNotEmpty();
    }

    @Test
    void whatIsOutOfSightIsNotFoundAndWhoReadsIsOfferedNothing() throws Exception {
        String piece = brought(file("a.pdf", Files.pdf()));
        Account stranger = place.account(Role.CLERK, place.neighbour);
        for (String path : List.of(
                list(), piece, piece + "/versions/1", piece + "/versions/1/picture", piece + "/versions/1/preview")) {
            assertThat(pages.send(get(path), stranger).getStatus()).as(path).isEqualTo(404);
        }
        assertThat(pages.send(bring(file("b.pdf", Files.docx())), stranger).getStatus())
                .isEqualTo(404);
        assertThat(pages.send(replace(piece, "1", file("b.pdf", Files.docx())), stranger)
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.send(
                                post(piece + "/removals")
                                        .param("version", "1")
                                        .param("reason", "x")
                                        .with(csrf()),
                                stranger)
                        .getStatus())
                .isEqualTo(404);
        Account reader = place.account(Role.READER, place.county);
        assertThat(pages.page(get(list()), reader, 200).select("main form")).isEmpty();
        assertThat(pages.page(get(piece), reader, 200).select("main form")).isEmpty();
        assertThat(pages.send(get(piece + "/versions/1"), reader).getStatus()).isEqualTo(200);
        assertThat(pages.send(
                                multipart("/evidence")
                                        .file(file("b.pdf", Files.docx()))
                                        .param("matter", id()),
                                clerk)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aTaskCanBeChosen() throws Exception {
        var scope = place.scope(clerk);
        matters.move(matter, Command.of(Verb.PLACE, 1, null).due(Today.day().plusDays(9)), scope);
        matters.addTask(matter, 2, Task.of("修栏杆", "李四", null), scope);
        String task = Long.toString(matters.tasks(matter, scope).get(0).id());
        assertThat(pages.page(get(list()), clerk, 200)
                        .select("select[name=task] option")
                        .eachText())
                .contains("修栏杆");
        pages.send(bring(file("a.pdf", Files.pdf())).param("task", task), clerk);
        assertThat(pages.page(get(list()), clerk, 200).select("ul.rows").text()).contains("任务：修栏杆");
    }

    @Test
    void everythingIsThereInEnglishToo() throws Exception {
        String piece = brought(file("a.jpg", Files.plainJpeg(20, 20)));
        for (String path : List.of(list(), piece)) {
            Document page = pages.page(get(path).cookie(new jakarta.servlet.http.Cookie("language", "en")), clerk, 200);
            assertThat(page.text()).doesNotContain("??").contains("Evidence");
        }
    }

    @Test
    void theApiKeepsTheSameRules() throws Exception {
        var added = api(multipart("/api/evidence")
                .file(file("现场.jpg", Files.phonePhoto(3)))
                .param("matter", id())
                .param("caption", "修好了"));
        assertThat(added.getStatus()).isEqualTo(201);
        String there = added.getHeader("Location");
        JsonNode piece = Pages.read(added);
        assertThat(piece.at("/kind").asString()).isEqualTo("photo");
        assertThat(piece.at("/versions/0/digest").asString()).hasSize(64);
        assertThat(Pages.read(api(get(there))).at("/versions/0/caption").asString())
                .isEqualTo("修好了");
        assertThat(Pages.read(api(get("/api/evidence?limit=1&matter=" + id())))
                        .at("/rows")
                        .size())
                .isEqualTo(1);
        var replaced = api(multipart(there + "/versions")
                .file(file("x.png", Files.plainPng(9, 9)))
                .param("version", "1"));
        assertThat(replaced.getStatus()).isEqualTo(201);
        assertThat(replaced.getHeader("Location")).isEqualTo(there + "/versions/2");
        assertThat(api(get(there + "/versions/2")).getContentType()).isEqualTo("image/png");
        assertThat(api(multipart(there + "/versions")
                                .file(file("x.pdf", Files.pdf()))
                                .param("version", "1"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(api(multipart(there + "/versions").file(file("x.pdf", Files.pdf())))
                        .getStatus())
                .isEqualTo(400);
        assertThat(api(multipart("/api/evidence")
                                .file(file("a.exe", "MZ\0".getBytes()))
                                .param("matter", id()))
                        .getStatus())
                .isEqualTo(422);
        assertThat(api(multipart("/api/evidence").file(file("a.pdf", Files.pdf())))
                        .getStatus())
                .isEqualTo(400);
        assertThat(api(removal(there, "{\"version\":2,\"reason\":\"\"}")).getStatus())
                .isEqualTo(422);
        JsonNode removed = Pages.read(api(removal(there, "{\"version\":2,\"reason\":\"传错了\"}")));
        assertThat(removed.at("/removed/reason").asString()).isEqualTo("传错了");
        assertThat(api(get(there + "/versions/2")).getStatus()).isEqualTo(404);
        assertThat(api(removal(there, "{\"version\":2,\"reason\":\"再来\"}")).getStatus())
                .isEqualTo(409);
    }

    private static AbstractMockHttpServletRequestBuilder<?> removal(String piece, String body) {
        return post(piece + "/removals").contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private String list() {
        return "/evidence?matter=" + id();
    }

    private String id() {
        return Long.toString(matter.value());
    }

    private String brought(MockMultipartFile file) throws Exception {
        assertThat(pages.send(bring(file), clerk).getStatus()).isEqualTo(302);
        Document list = pages.page(get(list()), clerk, 200);
        return list.select("ul.rows > li a[href^=/evidence/]:not(:has(img)):not(.button)")
                .last()
                .attr("href");
    }

    private AbstractMockHttpServletRequestBuilder<?> bring(MockMultipartFile... files) {
        var request = multipart("/evidence");
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        return request.param("matter", id()).with(csrf());
    }

    private static AbstractMockHttpServletRequestBuilder<?> replace(
            String piece, String version, MockMultipartFile file) {
        return multipart(piece + "/versions")
                .file(file)
                .param("version", version)
                .with(csrf());
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "text/html", content);
    }

    private MockHttpServletResponse api(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return pages.api(request, clerk);
    }
}
