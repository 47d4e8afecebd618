package org.luodi.papers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.evidence.Draft;
import org.luodi.evidence.Evidence;
import org.luodi.evidence.Files;
import org.luodi.matters.Amendment;
import org.luodi.matters.Closing;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Task;
import org.luodi.matters.Verb;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Units;
import org.luodi.papers.OfficePackage;
import org.luodi.platform.files.Upload;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.world.OnTheTree;
import org.luodi.world.Pages;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The closing report says what was recorded, and before the close that it is a draft. */
@OnTheTree
class ClosingPagesTest {

    @Autowired
    Pages pages;

    @Autowired
    Matters matters;

    @Autowired
    Evidence evidence;

    @Autowired
    Units units;

    @Autowired
    Grants grants;

    @Autowired
    Accounts accounts;

    private Place place;
    private Account clerk;
    private Scope office;
    private Scope village;
    private MatterId id;

    @BeforeEach
    void aMatterThatIsSettled() {
        // Where nobody has reported anything who would be asked first.
        place = new Place(units, grants, accounts, 5);
        clerk = place.account(Role.CLERK, place.county);
        office = place.scope(clerk);
        village = place.scope(place.account(Role.SECRETARY, place.village));
        id = matters.raise(
                new NewMatter(null, place.village.id(), 12, 1, 2, null, null, Detail.titled("桥栏杆坏了 <script>")), office);
        LocalDate due = Today.day().plusDays(9);
        amend();
        matters.move(id, next(Verb.PLACE).due(due), office);
        matters.move(id, next(Verb.ACT).measures("换新栏杆\n并加固桥墩").due(due), office);
        matters.addTask(id, version(), Task.of("买材料", "李四", due), office);
        long task = matters.tasks(id, office).get(0).id();
        matters.finishTask(id, version(), Task.done(task, "发票", "已买齐"), office);
        matters.move(id, next(Verb.SETTLE).solution("栏杆已换新", "修订《桥梁巡查办法》第三条"), office);
    }

    @Test
    void beforeTheCloseItIsADraftThatSaysWhatIsMissing() throws Exception {
        byte[] file = report(clerk);
        String text = OfficePackage.whole(file).text();
        assertThat(text).contains("整改销号报告", "草稿，尚未销号", "已整改", "还没有验收", "系统里没有上传的证明材料");
        Document page = page(get("/matters/" + id.value()), 200);
        assertThat(page.select("a[href=/papers/closings/" + id.value() + ".docx]")
                        .text())
                .contains("草稿");
    }

    @Test
    void afterTheCloseItHoldsTheThreeListsTheChecksTheEvidenceAndTheHistory() throws Exception {
        for (int i = 0; i < 8; i++) {
            bring("现场" + i + ".jpg", Files.plainJpeg(400 + i, 300), "第" + i + "张照片");
        }
        bring("通知.pdf", Files.pdf(), null);
        matters.move(id, next(Verb.CONFIRM), village);
        new Closing(matters, place).ready(id);
        matters.move(id, Command.of(Verb.CLOSE, version(), "同意销号"), office);

        byte[] file = report(clerk);
        keep(file);
        OfficePackage whole = OfficePackage.whole(file);
        String text = whole.text();
        assertThat(text)
                .doesNotContain("草稿", "??")
                .contains(
                        "一、问题清单",
                        "二、责任清单",
                        "三、任务清单",
                        "桥栏杆坏了 <script>",
                        matters.visible(id, office).matter().number());
        assertThat(text).contains("巡查不到位", "资金没有列支", "王镇长", "买材料", "李四", "已买齐", "发票");
        assertThat(text).contains("栏杆已换新", "修订《桥梁巡查办法》第三条", "换新栏杆", "并加固桥墩");
        assertThat(text).contains("确认已解决", "县级验收", "市级验收", "通过", "群众评价", "已解决", "书面收到");
        assertThat(text).contains("现场7.jpg", "通知.pdf", "第5张照片", "销号", "同意销号");
        String digest = evidence.of(id, office, null, 1).rows().get(0).latest().digest();
        assertThat(text.replace(" ", "")).contains(digest);
        assertThat(whole.parts().keySet().stream().filter(p -> p.startsWith("/word/media/")))
                .hasSize(6);
        assertThat(page(get("/matters/" + id.value()), 200)
                        .select("#papers ~ p a")
                        .text())
                .doesNotContain("草稿");
    }

    @Test
    void whatIsNotDoneYetIsRefusedAndWhatIsOutOfSightIsNotFound() throws Exception {
        matters.move(id, Command.of(Verb.RETURN, version(), "没有修好"), office);
        Document refused = page(get("/papers/closings/" + id.value() + ".docx"), 422);
        assertThat(refused.text()).contains("返工", "写不了销号报告");
        assertThat(page(get("/matters/" + id.value()), 200).select("a[href^=/papers/closings]"))
                .isEmpty();
        Account stranger = place.account(Role.CLERK, place.neighbour);
        assertThat(pages.send(get("/papers/closings/" + id.value() + ".docx"), stranger)
                        .getStatus())
                .isEqualTo(404);
        page(get("/papers/closings/999999999.docx"), 404);
        page(get("/papers/closings/x.docx"), 400);
    }

    @Test
    void everythingIsThereInEnglishToo() throws Exception {
        byte[] file = pages.send(
                        get("/papers/closings/" + id.value() + ".docx")
                                .cookie(new jakarta.servlet.http.Cookie("language", "en")),
                        clerk)
                .getContentAsByteArray();
        assertThat(OfficePackage.whole(file).text())
                .contains("Closing report", "Draft", "Problem list")
                .doesNotContain("??");
    }

    private void amend() {
        Matters.Told told = matters.visible(id, office);
        Detail d = told.detail();
        Detail full = new Detail(
                d.title(), "三处断裂", "巡查不到位", "资金没有列支", "镇政府", "交通局", "王镇长", "赵六", "牢固", null, "各司其职", null, null, null,
                null, null, null, null, null, "跨省道", d.own());
        Amendment none = Amendment.none(told);
        matters.amend(
                id,
                version(),
                new Amendment(none.category(), none.source(), none.raisedOn(), none.due(), full),
                office);
    }

    private void bring(String name, byte[] content, String caption) {
        evidence.add(
                id, new Draft(null, null, caption, new Upload(name, null, new ByteArrayInputStream(content))), office);
    }

    private Command next(Verb verb) {
        return Command.of(verb, version(), null);
    }

    private int version() {
        return matters.visible(id, office).matter().version();
    }

    private byte[] report(Account account) throws Exception {
        MockHttpServletResponse response = pages.send(get("/papers/closings/" + id.value() + ".docx"), account);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment");
        return response.getContentAsByteArray();
    }

    /** To be opened by hand in an office program. */
    private static void keep(byte[] content) throws Exception {
        java.nio.file.Files.createDirectories(Path.of("target/papers"));
        java.nio.file.Files.write(Path.of("target/papers/closing.docx"), content);
    }

    private Document page(MockHttpServletRequestBuilder request, int status) throws Exception {
        return pages.page(request, clerk, status);
    }
}
