package org.luodi.claims.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luodi.world.Pages.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.claims.ClaimMoves;
import org.luodi.claims.Ground;
import org.luodi.claims.Lever;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.organisation.Role;
import org.luodi.organisation.Unit;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Account;
import org.luodi.world.OnTheTree;
import org.luodi.world.Pages;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OnTheTree
class ClaimPagesTest {

    @Autowired
    Pages pages;

    @Autowired
    Units units;

    @Autowired
    Place place;

    @Autowired
    Matters matters;

    private Account secretary;
    private Account clerk;
    private Account leader;

    @BeforeEach
    void signIn() {
        secretary = place.account(Role.SECRETARY, place.village);
        clerk = place.account(Role.CLERK, place.county);
        Unit city = units.find(place.county.superior()).orElseThrow();
        leader = place.account(Role.LEADER, city);
    }

    @Test
    void aMatterIsSentUpInTwoShortSteps() throws Exception {
        String form = "/claims/new?matter=" + raise().value();
        Document first = pages.page(get("/matters/" + raise().value()), secretary, 200);
        assertThat(first.select("a[href^=/claims/new]").text()).contains("提级");
        Document levers = pages.page(get(form), secretary, 200);
        assertThat(levers.select("a.button[href*=lever]")).hasSize(Lever.values().length);
        Document second = pages.page(get(form + "&lever=rule"), secretary, 200);
        assertThat(second.select("select[name=asked] option")).hasSizeGreaterThan(3);
        assertThat(second.text()).contains("自动上升一级");
        String claim = send();
        Document page = pages.page(get(claim), clerk, 200);
        assertThat(page.text()).contains("等待答复", "药品目录由上级统一确定", "村卫生室常用药品缺货", place.village.name());
        assertThat(page.select("a[href$=/acceptances]")).hasSize(1);
        assertThat(page.select("a[href$=/appeals]")).isEmpty();
    }

    @Test
    void whatIsRefusedKeepsWhatWasTyped() throws Exception {
        Document again = pages.page(
                draft(raise()).param("evidence", "").param("lever", "data").with(csrf()), secretary, 422);
        assertThat(again.select("[role=alert]").text()).contains("依据");
        assertThat(again.select("select[name=asked] option[selected]").val())
                .isEqualTo(Integer.toString(place.county.id().value()));
        String claim = send();
        Document form = pages.page(
                post(claim + "/refusals")
                        .param("version", "1")
                        .param("words", "目录由省里定")
                        .with(csrf()),
                clerk,
                422);
        assertThat(form.select("[role=alert]").text()).contains("退回理由");
        assertThat(form.select("textarea[name=words]").val()).isEqualTo("目录由省里定");
        assertThat(form.select("select[name=ground] option")).hasSize(Ground.values().length + 1);
    }

    @Test
    void eachAnswerIsOfferedWhereItMayBeGivenNow() throws Exception {
        String claim = send();
        assertThat(pages.page(get(claim), secretary, 200)
                        .select("a.button.primary")
                        .eachText())
                .containsExactly("撤回");
        assertThat(pages.page(get(claim), clerk, 200).select("a.button.primary").eachText())
                .containsExactly("认领", "部分认领", "退回");
        assertThat(pages.page(get(claim), leader, 200).select("a.button.primary"))
                .isEmpty();
        answer(claim + "/refusals", clerk, "version", "1", "ground", "not-our-power", "words", "目录由省里定");
        assertThat(pages.page(get(claim), secretary, 200)
                        .select("a.button.primary")
                        .eachText())
                .containsExactly("申诉");
        answer(claim + "/appeals", secretary, "version", "2", "words", "文件就是县里发的");
        assertThat(pages.page(get(claim), leader, 200)
                        .select("a.button.primary")
                        .eachText())
                .containsExactly("裁定应予认领", "维持退回");
        answer(claim + "/dismissals", leader, "version", "3", "words", "县里说得对");
        Document end = pages.page(get(claim), secretary, 200);
        assertThat(end.text()).contains("申诉未成立", "流转 2 次", "不属于本单位权限", "县里说得对");
        assertThat(end.select("ol.timeline li")).hasSize(4);
        pages.page(get(claim + "/appeals"), secretary, 302);
        Document second = pages.page(
                post(claim + "/appeals")
                        .param("version", "4")
                        .param("words", "不服")
                        .with(csrf()),
                secretary,
                422);
        assertThat(second.select("[role=alert]").text()).contains("已经申诉过一次");
    }

    @Test
    void aClaimedMatterShowsItsRootAndItsWay() throws Exception {
        String claim = send();
        Document form = pages.page(get(claim + "/acceptances"), clerk, 200);
        assertThat(form.select("input[name=title]").val()).isEqualTo("村卫生室常用药品缺货");
        answer(
                claim + "/acceptances",
                clerk,
                "version",
                "1",
                "title",
                "统一药品目录",
                "due",
                Today.day().plusDays(30).toString());
        Document page = pages.page(get(claim), clerk, 200);
        assertThat(page.text()).contains("已认领", "统一药品目录", "已归到根子问题");
        String next = send();
        Document known = pages.page(get(next + "/part-acceptances"), clerk, 200);
        assertThat(known.select("select[name=root] option").eachText()).anyMatch(o -> o.contains("统一药品目录"));
    }

    @Test
    void theSlowerOfTwoIsToldAndMayGoOn() throws Exception {
        String claim = send();
        answer(claim + "/refusals", clerk, "version", "1", "ground", "no-budget", "words", "没有预算");
        Document late = pages.page(
                post(claim + "/withdrawals")
                        .param("version", "1")
                        .param("words", "村里能办")
                        .with(csrf()),
                secretary,
                409);
        assertThat(late.select("[role=alert]").text()).contains(clerk.name());
    }

    @Test
    void listsAreKeptApart() throws Exception {
        String claim = send();
        assertThat(pages.page(get("/claims"), clerk, 200).select("a[href=" + claim + "]"))
                .hasSize(1);
        assertThat(pages.page(get("/claims"), secretary, 200).text()).contains("没有等待本单位答复的提级请求");
        assertThat(pages.page(get("/claims?box=sent"), secretary, 200).select("a[href=" + claim + "]"))
                .hasSize(1);
        assertThat(pages.page(get("/claims?box=decided&below=true"), clerk, 200).select("a[href=" + claim + "]"))
                .isEmpty();
        pages.page(get("/claims?box=all"), clerk, 400);
        pages.page(get("/claims?cursor=garbage"), clerk, 400);
        pages.page(get("/claims?box=sent&cursor=garbage"), clerk, 400);
    }

    @Test
    void whatIsNotThereOrMakesNoSenseIsSaidSo() throws Exception {
        String claim = send();
        Account stranger = place.account(Role.CLERK, place.neighbour);
        pages.page(get(claim), stranger, 404);
        pages.page(get("/claims/999999999"), clerk, 404);
        pages.page(get(claim + "/dances"), clerk, 404);
        pages.page(get("/claims/new?matter=999999999"), clerk, 404);
        pages.page(get("/claims/new?matter=x"), clerk, 400);
        pages.page(get("/claims/new?matters=1,x"), clerk, 400);
        pages.page(get("/claims/new?matter=" + raise().value() + "&lever=luck"), clerk, 400);
    }

    @Test
    void theMattersPageSaysForWhomItWaitsAndHowOftenItWasPassedOn() throws Exception {
        MatterId matter = raise();
        String claim = send(matter);
        Document waiting = pages.page(get("/matters/" + matter.value()), secretary, 200);
        assertThat(waiting.select("#claims").parents().first().text())
                .contains("等待答复", place.county.name(), "第 1 天", "流转次数");
        assertThat(waiting.select("a[href=" + claim + "]")).hasSize(1);
        assertThat(waiting.select("a[href^=/claims/new]")).isEmpty();
        answer(claim + "/refusals", clerk, "version", "1", "ground", "no-budget", "words", "没有预算");
        answer(claim + "/appeals", secretary, "version", "2", "words", "钱是县里分的");
        Document passed = pages.page(get("/matters/" + matter.value()), clerk, 200);
        assertThat(passed.select("#claims").parents().first().text()).contains("申诉中", "流转次数 2");
    }

    @Test
    void aWholeListIsSentUpAtOnce() throws Exception {
        raise();
        send();
        Document list = pages.page(get("/matters?category=3&open=true"), secretary, 200);
        String link = list.select("a[href^=/claims/new]").attr("href");
        Document levers = pages.page(get(link), secretary, 200);
        String next = levers.select("a.button[href*=lever]").attr("href");
        Document form = pages.page(get(next), secretary, 200);
        assertThat(form.select("input[name=matters]").val().split(",")).hasSizeGreaterThanOrEqualTo(1);
        Document none =
                pages.page(get("/claims/new?unit=" + place.village.id().value() + "&stage=closed"), secretary, 422);
        assertThat(none.text()).contains("请选择要提级的问题");
    }

    @Test
    void theHelpPageHoldsEveryMoveAndTheCatalogueEveryDecision() throws Exception {
        Document help = pages.page(get("/claims/moves"), clerk, 200);
        assertThat(help.select("tbody tr")).hasSameSizeAs(ClaimMoves.ALL);
        answer(send() + "/refusals", clerk, "version", "1", "ground", "facts-differ", "words", "村里有药");
        Document catalogue = pages.page(get("/claims/catalogue?category=3&lever=rule"), clerk, 200);
        assertThat(catalogue.text()).contains("县级", "村里有药");
        pages.page(get("/claims/catalogue?lever=luck"), clerk, 400);
    }

    @Test
    void everythingIsThereInEnglishToo() throws Exception {
        String claim = send();
        MatterId matter = raise();
        for (String path : List.of(
                "/claims",
                "/claims?box=sent",
                "/claims?box=decided",
                claim,
                claim + "/acceptances",
                claim + "/part-acceptances",
                claim + "/refusals",
                claim + "/withdrawals",
                "/claims/moves",
                "/claims/catalogue",
                "/claims/new?matter=" + matter.value(),
                "/claims/new?lever=rule&matter=" + matter.value(),
                "/matters/" + matter.value())) {
            for (String language : List.of("en", "zh")) {
                Document page = pages.page(get(path).cookie(new Cookie("language", language)), clerk, 200);
                assertThat(page.text()).as(path).doesNotContain("??");
            }
        }
    }

    @Test
    void theApiKeepsTheSameRules() throws Exception {
        String body = "{\"asked\":%d,\"lever\":\"budget\",\"evidence\":\"取暖费标准多年未调\",\"matters\":[%d]}"
                .formatted(place.county.id().value(), raise().value());
        MockHttpServletResponse sent = pages.json(post("/api/claims"), body, secretary);
        assertThat(sent.getStatus()).as(sent.getContentAsString()).isEqualTo(201);
        String claim = sent.getHeader("Location");
        assertThat(Pages.read(pages.api(get(claim), clerk)).get("state").asString())
                .isEqualTo("sent");
        assertThat(pages.json(post(claim + "/refusals"), "{\"version\":1}", clerk)
                        .getStatus())
                .isEqualTo(422);
        assertThat(pages.json(post(claim + "/refusals"), "{\"version\":1,\"ground\":\"luck\"}", clerk)
                        .getStatus())
                .isEqualTo(400);
        String refusal = "{\"version\":1,\"ground\":\"no-budget\",\"words\":\"今年没有\"}";
        assertThat(pages.json(post(claim + "/refusals"), refusal, secretary).getStatus())
                .isEqualTo(422);
        assertThat(Pages.read(pages.json(post(claim + "/refusals"), refusal, clerk))
                        .get("hops")
                        .asInt())
                .isEqualTo(1);
        assertThat(pages.json(post(claim + "/refusals"), refusal, clerk).getStatus())
                .isEqualTo(409);
        assertThat(pages.json(post(claim + "/appeals"), "{\"words\":\"不服\"}", secretary)
                        .getStatus())
                .isEqualTo(400);
        assertThat(Pages.read(pages.api(get(claim + "/hops"), secretary))
                        .at("/0/words")
                        .asString())
                .isEqualTo("今年没有");
        assertThat(Pages.read(pages.api(get(claim + "/matters"), secretary))
                        .at("/rows")
                        .size())
                .isEqualTo(1);
        assertThat(Pages.read(pages.api(get("/api/claims?box=sent"), secretary))
                        .at("/rows/0/id")
                        .asLong())
                .isEqualTo(Long.parseLong(claim.substring(claim.lastIndexOf('/') + 1)));
        assertThat(Pages.read(pages.api(get("/api/claims/catalogue?lever=budget"), secretary))
                        .size())
                .isPositive();
        assertThat(Pages.read(pages.api(get("/api/claims/moves"), secretary)).size())
                .isEqualTo(ClaimMoves.ALL.size());
        assertThat(pages.json(post("/api/claims"), "{}", secretary).getStatus()).isEqualTo(422);
    }

    private MatterId raise() {
        return matters.raise(
                new NewMatter(
                        null, place.village.id(), 3, 1, 2, null, Today.day().plusDays(60), Detail.titled("村卫生室常用药品缺货")),
                place.scope(clerk));
    }

    private String send() throws Exception {
        return send(raise());
    }

    private String send(MatterId matter) throws Exception {
        MockHttpServletResponse response = pages.send(
                draft(matter)
                        .param("lever", "rule")
                        .param("evidence", "药品目录由上级统一确定")
                        .with(csrf()),
                secretary);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(302);
        return response.getHeader("Location");
    }

    private MockHttpServletRequestBuilder draft(MatterId matter) {
        return post("/claims")
                .param("matters", Long.toString(matter.value()))
                .param("asked", Integer.toString(place.county.id().value()));
    }

    private void answer(String path, Account account, String... nameValue) throws Exception {
        MockHttpServletRequestBuilder request = post(path).with(csrf());
        for (int i = 0; i < nameValue.length; i += 2) {
            request.param(nameValue[i], nameValue[i + 1]);
        }
        MockHttpServletResponse response = pages.send(request, account);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(302);
    }
}
