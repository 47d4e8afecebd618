package org.luodi.matters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luodi.world.Pages.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Role;
import org.luodi.platform.identity.Account;
import org.luodi.world.OnTheTree;
import org.luodi.world.Pages;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

@OnTheTree
class MatterPagesTest {

    @Autowired
    Pages pages;

    @Autowired
    Place place;

    private Account clerk;

    @BeforeEach
    void signIn() {
        clerk = place.account(Role.CLERK, place.county);
    }

    @Test
    void aMatterIsRaisedInOneShortForm() throws Exception {
        Document form = page(get("/matters/new?unit=" + place.village.id().value()), 200);
        assertThat(form.select("input[name=title]")).hasSize(1);
        assertThat(form.select("input[name=due]").val())
                .isEqualTo(Today.day().plusDays(90).toString());
        String matter = raise();
        Document page = page(get(matter), 200);
        assertThat(page.text()).contains("桥栏杆坏了", "已登记", "问题清单", "责任清单", "任务清单", place.village.name());
        assertThat(page.select("a[href$=/placements]")).hasSize(1);
    }

    @Test
    void onlyWhatThePersonMayDoNowIsOffered() throws Exception {
        String matter = raise();
        Account reader = place.account(Role.READER, place.county);
        Document page = pages.page(get(matter), reader, 200);
        assertThat(page.select("a[href$=/placements]")).isEmpty();
        assertThat(page.text()).contains("只有本单位或上级的工作人员、领导能办");
    }

    @Test
    void aRefusedMoveKeepsWhatWasTyped() throws Exception {
        String matter = raise();
        move(matter + "/placements", "version", "1", "due", "2099-01-01");
        Document form = page(
                post(matter + "/exclusion-proposals")
                        .param("version", "2")
                        .param("note", "不归我们管")
                        .with(csrf()),
                422);
        assertThat(form.select("[role=alert]").text()).contains("依据");
        assertThat(form.select("textarea[name=note]").val()).isEqualTo("不归我们管");
    }

    @Test
    void whatCannotBeKeptIsRefusedWithTheFormStillFilled() throws Exception {
        String matter = raise();
        Document characters = page(
                post(matter + "/placements")
                        .param("version", "1")
                        .param("due", "2099-01-01")
                        .param("note", "不归\0我们管")
                        .with(csrf()),
                422);
        assertThat(characters.select("[role=alert]").text()).contains("不能保存的控制字符");
        assertThat(characters.select("textarea[name=note]").val()).contains("我们管");
        Document year = page(
                post(matter + "/placements")
                        .param("version", "1")
                        .param("due", "+999999999-12-31")
                        .with(csrf()),
                422);
        assertThat(year.select("[role=alert]").text()).contains("+999999999-12-31");
        MockHttpServletResponse api = json(
                post("/api" + matter + "/placements"), "{\"version\":1,\"due\":\"2099-01-01\",\"note\":\"a\\u0000b\"}");
        assertThat(api.getStatus()).isEqualTo(422);
        assertThat(Pages.read(api).get("detail").asString()).contains("不能保存的控制字符");
    }

    @Test
    void whatWasRecordedWrongOfAnEndedMatterIsPutRightByTwoPersons() throws Exception {
        Account leader = place.account(Role.LEADER, place.county);
        String matter = raise();
        page(get(matter + "/correction-proposals"), 302);
        move(matter + "/exclusion-proposals", "version", "1", "note", "不归我们管", "basis", "条例");
        pages.send(post(matter + "/exclusions").param("version", "2").with(csrf()), leader);
        Document form = page(get(matter + "/correction-proposals"), 200);
        assertThat(form.select("input[name=title]").val()).isEqualTo("桥栏杆坏了");
        Document same = page(
                post(matter + "/correction-proposals")
                        .param("version", "3")
                        .param("note", "写错了")
                        .with(csrf()),
                422);
        assertThat(same.select("[role=alert]").text()).contains("没有改动");
        assertThat(same.select("textarea[name=note]").val()).isEqualTo("写错了");
        move(matter + "/correction-proposals", "version", "3", "note", "写错了", "title", "桥面坏了", "category", "16");
        assertThat(page(get(matter), 200).select("h1").text()).isEqualTo("桥栏杆坏了");

        Document consent = pages.page(get(matter + "/corrections"), leader, 200);
        assertThat(consent.select("del").text()).contains("桥栏杆坏了");
        assertThat(consent.select("ins").text()).contains("桥面坏了");
        assertThat(pages.send(
                                post(matter + "/corrections")
                                        .param("version", "4")
                                        .with(csrf()),
                                leader)
                        .getStatus())
                .isEqualTo(302);
        Document page = page(get(matter), 200);
        assertThat(page.select("h1").text()).isEqualTo("桥面坏了");
        assertThat(page.select(".timeline del").text()).contains("桥栏杆坏了");
        JsonNode first =
                Pages.read(pages.api(get("/api" + matter + "/history"), clerk)).at("/rows/0");
        assertThat(first.path("verb").asString()).isEqualTo("corrected");
        assertThat(first.at("/corrected").size()).isEqualTo(2);
    }

    @Test
    void manyAreMovedAtOnceAfterALookAndWhatIsRefusedStaysOnThePage() throws Exception {
        String one = id(raise());
        String two = id(raise());
        move("/matters/" + two + "/placements", "version", "1", "due", "2099-01-01");
        Document preview = page(get("/matters/bulk?verb=placements&id=" + one + "&id=" + two), 200);
        assertThat(preview.select("input[name=id]").eachAttr("value")).containsExactly(one);
        assertThat(preview.text()).contains("1 件可以办，1 件不能办");
        Document partly = page(
                post("/matters/bulk")
                        .param("verb", "placements")
                        .param("id", one, two)
                        .param("version-" + one, "1")
                        .param("version-" + two, "2")
                        .param("due", "2099-02-02")
                        .with(csrf()),
                200);
        assertThat(partly.select("[role=alert]").text()).contains("已办 1 件", "1 件没有办成");
        assertThat(page(get("/matters/" + one), 200).text()).contains("2099-02-02");
        assertThat(page(get("/matters/bulk?verb=placements"), 422).text()).contains("一件也没有选");
        page(get("/matters/bulk?verb=everything&id=" + one), 422);
        page(get("/matters/bulk?verb=placements&id=999999999"), 404);
    }

    @Test
    void aCodeOutsideTheScopeIsLikeOneThatDoesNotExist() throws Exception {
        String matter = raise();
        move(matter + "/placements", "version", "1", "due", "2099-01-01");
        for (String code : List.of(place.neighbour.code(), "nowhere")) {
            Document moved = page(
                    post(matter + "/hand-overs")
                            .param("version", "2")
                            .param("note", "不归我们管")
                            .param("unit", code)
                            .with(csrf()),
                    422);
            assertThat(moved.select("[role=alert]").text()).contains("没有代码为“" + code + "”的单位");
            assertThat(moved.select("textarea[name=note]").val()).isEqualTo("不归我们管");
            Document raised = page(draft("2").param("code", code).with(csrf()), 422);
            assertThat(raised.select("[role=alert]").text()).contains("没有代码为“" + code + "”的单位");
            assertThat(raised.select("input[name=title]").val()).isEqualTo("桥栏杆坏了");
            Document many = page(
                    post("/matters/bulk")
                            .param("verb", "hand-overs")
                            .param("id", id(matter))
                            .param("unit", code)
                            .param("note", "不归我们管")
                            .with(csrf()),
                    422);
            assertThat(many.select("textarea[name=note]").val()).isEqualTo("不归我们管");
            assertThat(many.select("[role=alert]").text()).contains("没有代码为“" + code + "”的单位");
            Document helped = page(
                    post(matter + "/tasks")
                            .param("version", "2")
                            .param("what", "出人")
                            .param("unit", code)
                            .with(csrf()),
                    422);
            assertThat(helped.select("[role=alert]").text()).contains("协办单位要在您的职责范围内");
        }
    }

    @Test
    void whatHasLeftTheScopeIsOneRefusedRowOfMany() throws Exception {
        String one = id(raise());
        String two = id(raise());
        Document partly = page(
                post("/matters/bulk")
                        .param("verb", "placements")
                        .param("id", "999999999", one, two)
                        .param("version-" + one, "1")
                        .param("version-" + two, "7")
                        .param("due", "2099-02-02")
                        .with(csrf()),
                200);
        assertThat(partly.select("[role=alert]").text()).contains("已办 1 件", "2 件没有办成");
        assertThat(partly.text()).contains("#999999999", "已不在您能看到的范围内");
        assertThat(partly.select("input[name=id]").eachAttr("value")).containsExactly(two);
        Document none = page(
                post("/matters/bulk")
                        .param("verb", "placements")
                        .param("id", "999999999")
                        .with(csrf()),
                200);
        assertThat(none.text()).contains("已不在您能看到的范围内");
    }

    @Test
    void theSameRowsStandOnABoardAndInACalendar() throws Exception {
        String one = raise();
        move(one + "/placements", "version", "1", "due", "2098-03-04");
        String unit = "unit=" + place.village.id().value();
        assertThat(page(get("/matters/board?month=2098-03&" + unit), 200)
                        .select("section[aria-labelledby=stage-placed] a[href=" + one + "]"))
                .isNotEmpty();
        assertThat(page(get("/matters/calendar?month=2098-03&" + unit), 200)
                        .select("section[aria-labelledby=day-2098-03-04] a[href=" + one + "]"))
                .hasSize(1);
        assertThat(page(get("/matters/calendar?month=2098-04&" + unit), 200).select("a[href=" + one + "]"))
                .isEmpty();
    }

    private static String id(String matter) {
        return matter.substring(matter.lastIndexOf('/') + 1);
    }

    @Test
    void aStaleFormAnswersConflictAndMayBeSentAgain() throws Exception {
        String matter = raise();
        move(matter + "/placements", "version", "1", "due", "2099-01-01");
        Document form = page(
                post(matter + "/actions")
                        .param("version", "1")
                        .param("measures", "修")
                        .param("due", "2099-01-01")
                        .with(csrf()),
                409);
        assertThat(form.select("[role=alert]").text()).contains(clerk.name());
        assertThat(form.select("input[name=version]").val()).isEqualTo("2");
        assertThat(form.select("textarea[name=measures]").val()).isEqualTo("修");
    }

    @Test
    void anEndedBatchIsRefusedInPlainWords() throws Exception {
        Document form = page(draft("1").with(csrf()), 422);
        assertThat(form.select("[role=alert]").text()).contains("第 1 批", "2026-08-31", "仍然开着");
        assertThat(form.select("input[name=title]").val()).isEqualTo("桥栏杆坏了");
    }

    @Test
    void wrongParametersAndUnknownNumbersAnswerPlainly() throws Exception {
        assertThat(page(get("/matters/abc"), 400).text()).contains("参数");
        assertThat(page(get("/matters?category=x"), 400).text()).contains("category");
        page(get("/matters/999999999"), 404);
        page(get("/matters?unit=" + place.neighbour.id().value()), 404);
        page(get(raise() + "/nothing"), 404);
        page(get("/matters?cursor=zzz"), 400);
    }

    @Test
    void outOfScopeIsNotFound() throws Exception {
        String matter = raise();
        Account stranger = place.account(Role.CLERK, place.neighbour);
        for (String path : List.of(matter, matter + "/placements", matter + "/amendments")) {
            assertThat(pages.send(get(path), stranger).getStatus()).isEqualTo(404);
        }
        assertThat(pages.api(get("/api" + matter), stranger).getStatus()).isEqualTo(404);
        assertThat(pages.send(post(matter + "/placements").param("version", "1").with(csrf()), stranger)
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void filtersInForceStandAsChipsThatCanBeTakenAway() throws Exception {
        raise();
        Document list = page(get("/matters?stage=raised&open=true"), 200);
        assertThat(list.select("a.chip")).hasSize(2);
        assertThat(list.select("a.chip").attr("href")).doesNotContain("stage=").contains("open=true");
        assertThat(list.select("tbody tr")).isNotEmpty();
    }

    @Test
    void wordsAreCorrectedWithoutMovingTheMatter() throws Exception {
        String matter = raise();
        Document form = page(get(matter + "/amendments"), 200);
        assertThat(form.select("input[name=title]").val()).isEqualTo("桥栏杆坏了");
        move(matter + "/amendments", "version", "1", "title", "桥栏杆断了", "leader", "王五");
        Document page = page(get(matter), 200);
        assertThat(page.text()).contains("桥栏杆断了", "王五", "已登记", "更正内容");
    }

    @Test
    void theHelpPageHoldsEveryMove() throws Exception {
        Document help = page(get("/matters/moves"), 200);
        assertThat(help.select("tbody tr")).hasSameSizeAs(org.luodi.matters.MatterMoves.ALL);
        assertThat(help.text()).doesNotContain("??");
    }

    @Test
    void theProgrammePageSaysWhatAppliesAndWhy() throws Exception {
        Document page = page(get("/programme?unit=" + place.village.id().value()), 200);
        assertThat(page.text()).contains("村、社区", "为什么适用", "第二批", "进行中", "已结束");
        assertThat(page.text()).doesNotContain("??");
        page(get("/programme?unit=" + place.neighbour.id().value()), 404);
        page(get("/programme?unit=x"), 400);
    }

    @Test
    void everythingIsThereInEnglishToo() throws Exception {
        String matter = raise();
        for (String path :
                List.of("/matters", matter, matter + "/placements", "/matters/new", "/matters/moves", "/programme")) {
            Document page = page(get(path).cookie(new jakarta.servlet.http.Cookie("language", "en")), 200);
            assertThat(page.text()).doesNotContain("??");
        }
    }

    @Test
    void theApiKeepsTheSameRules() throws Exception {
        String body = "{\"unit\":%d,\"category\":12,\"source\":1,\"batch\":2,\"title\":\"路灯不亮\"}"
                .formatted(place.village.id().value());
        MockHttpServletResponse raised = json(post("/api/matters"), body);
        assertThat(raised.getStatus()).isEqualTo(201);
        String matter = raised.getHeader("Location");
        assertThat(pages.api(get(matter), clerk).getContentAsString(StandardCharsets.UTF_8))
                .contains("路灯不亮");
        assertThat(json(post(matter + "/placements"), "{\"version\":1,\"due\":\"2099-01-01\"}")
                        .getContentAsString())
                .contains("\"stage\":\"placed\"");
        assertThat(json(post(matter + "/placements"), "{\"version\":2}").getStatus())
                .isEqualTo(422);
        assertThat(json(post(matter + "/actions"), "{\"version\":1,\"measures\":\"x\"}")
                        .getStatus())
                .isEqualTo(409);
        assertThat(json(post(matter + "/actions"), "{\"version\":\"two\"}").getStatus())
                .isEqualTo(422);
        assertThat(json(post(matter + "/dances"), "{}").getStatus()).isEqualTo(404);
        assertThat(json(patch(matter), "{\"version\":2,\"leader\":\"王五\"}").getContentAsString(StandardCharsets.UTF_8))
                .contains("王五");
        assertThat(json(post("/api/matters"), "not json").getStatus()).isEqualTo(400);
        assertThat(pages.api(get("/api/matters?limit=1"), clerk).getContentAsString())
                .contains("\"next\":\"");
        assertThat(pages.api(get("/api/matters/moves"), clerk).getStatus()).isEqualTo(200);
        assertThat(pages.api(get("/api/programme"), clerk).getContentAsString(StandardCharsets.UTF_8))
                .contains("就业");
    }

    @Test
    void theApiTellsTheHistoryPageByPage() throws Exception {
        String matter = raise();
        move(matter + "/placements", "version", "1", "due", "2099-01-01", "note", "请镇里抓紧");
        String history = "/api" + matter + "/history";
        JsonNode first = Pages.read(pages.api(get(history + "?limit=1"), clerk));
        assertThat(first.at("/rows/0/verb").asString()).isEqualTo("placed");
        assertThat(first.at("/rows/0/actorName").asString()).isEqualTo(clerk.name());
        assertThat(first.at("/rows/0/note").asString()).isEqualTo("请镇里抓紧");
        assertThat(first.at("/rows/0/body/was/due").isMissingNode()).isFalse();
        JsonNode second = Pages.read(
                pages.api(get(history + "?cursor=" + first.at("/next").asString()), clerk));
        assertThat(second.at("/rows").size()).isEqualTo(1);
        assertThat(second.at("/rows/0/verb").asString()).isEqualTo("raised");
        assertThat(second.at("/next").isNull()).isTrue();
        Account stranger = place.account(Role.CLERK, place.neighbour);
        assertThat(pages.api(get(history), stranger).getStatus()).isEqualTo(404);
        assertThat(pages.api(get("/api/matters/999999999/history"), clerk).getStatus())
                .isEqualTo(404);
    }

    private String raise() throws Exception {
        MockHttpServletResponse response = pages.send(draft("2").with(csrf()), clerk);
        assertThat(response.getStatus()).isEqualTo(302);
        return response.getHeader("Location");
    }

    private MockHttpServletRequestBuilder draft(String batch) {
        return post("/matters")
                .param("title", "桥栏杆坏了")
                .param("unit", Integer.toString(place.village.id().value()))
                .param("category", "12")
                .param("source", "1")
                .param("batch", batch);
    }

    private void move(String path, String... nameValue) throws Exception {
        MockHttpServletRequestBuilder request = post(path).with(csrf());
        for (int i = 0; i < nameValue.length; i += 2) {
            request.param(nameValue[i], nameValue[i + 1]);
        }
        assertThat(pages.send(request, clerk).getStatus()).isEqualTo(302);
    }

    private MockHttpServletResponse json(MockHttpServletRequestBuilder request, String body) throws Exception {
        return pages.json(request, body, clerk);
    }

    private Document page(MockHttpServletRequestBuilder request, int status) throws Exception {
        return pages.page(request, clerk, status);
    }
}
