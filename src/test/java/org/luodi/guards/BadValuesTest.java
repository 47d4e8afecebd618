package org.luodi.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luodi.world.Pages.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Grants.NewGrant;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.Pages;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A value in an address that makes no sense is answered with its name and what it may be; a thing that is not there with 404. */
@WholeApplication
class BadValuesTest {

    @Autowired
    Pages pages;

    @Autowired
    Units units;

    @Autowired
    Grants grants;

    @Autowired
    Accounts accounts;

    private Account reader;
    private Account administrator;
    private Account auditor;
    private int nation;

    @BeforeEach
    void signIn() {
        UnitId root = units.byCode("0").orElseThrow().id();
        nation = root.value();
        reader = account("bad-values", Role.READER, root);
        auditor = account("bad-values-audit", Role.AUDIT_ADMIN, root);
        administrator = account("bad-values-system", Role.SYSTEM_ADMIN, root);
    }

    private Account account(String login, Role role, UnitId root) {
        return accounts.byLogin(login).orElseGet(() -> {
            Account made = accounts.create(login, "张三", "a long password", Actor.SYSTEM);
            grants.grantBySystem(new NewGrant(made.id(), role, root, Line.TERRITORIAL));
            return made;
        });
    }

    private Account whoMay(String path) {
        if (path.startsWith("/audit")) {
            return auditor;
        }
        return path.matches("(/api)?/(people|grants|days/webhooks)\\b.*") ? administrator : reader;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/matters?stage=nonsense | stage | raised, placed, acting",
                "/matters?unit=abc | unit | 整数",
                "/matters?category=x | category | 整数",
                "/matters?source=99999999999 | source | 整数",
                "/matters?batch=two | batch | 整数",
                "/matters?category=999 | category | 1, 2",
                "/matters?source=999 | source | 1, 2",
                "/matters?batch=999 | batch | 1, 2",
                "/matters/export.xlsx?category=999 | category | 1, 2",
                "/matters?open=maybe | open | true, false",
                "/matters?reopened=1 | reopened | true, false",
                "/matters?due=later | due | overdue, week",
                "/matters?age=old | age | 30-90",
                "/matters?line=both | line | territorial, industry",
                "/matters?month=13 | month | 2026-11",
                "/matters/calendar?month=2026-13 | month | 2026-11",
                "/matters/calendar?month=%2B999999999-12 | month | 2026-11",
                "/matters?month=1899-12 | month | 2026-11",
                "/matters?q=a%00b | q | 不能保存的字符",
                "/promises/units/{nation}?cursor=%2B999999999-01-01_0_0 | cursor | 第一页",
                "/matters?sort=rank | sort | due, newest, importance",
                "/matters?cursor=garbage | cursor | 第一页",
                "/matters/abc | id | 整数",
                "/matters/new?unit=abc | unit | 整数",
                "/matters/export.csv?stage=nonsense | stage | raised, placed",
                "/claims?box=all | box | answer, sent, decided",
                "/claims?below=perhaps | below | true",
                "/claims?cursor=garbage | cursor | 第一页",
                "/claims/catalogue?lever=luck | lever | rule, budget, power, data",
                "/claims/catalogue?category=many | category | 整数",
                "/claims/abc | id | 整数",
                "/overview/abc | unit | 整数",
                "/overview/{nation}?line=both | line | territorial, industry",
                "/overview/{nation}/children?cursor=garbage | cursor | 第一页",
                "/units?line=both | line | territorial, industry",
                "/units?cursor=garbage | cursor | 第一页",
                "/units/{nation}?cursor=garbage | cursor | 第一页",
                "/units/{nation}/children?line=both | line | territorial, industry",
                "/units/unanswered?gap=all | gap | superior, industry, post",
                "/units/unanswered?cursor=garbage | cursor | 第一页",
                "/programme?unit=abc | unit | 整数",
                "/grants?cursor=garbage | cursor | 第一页",
                "/audit?cursor=garbage | cursor | 第一页",
                "/audit?kind=LUNCH | kind | GRANT, LOOK",
                "/audit?day=x | day | 2026",
                "/people/abc | id | 整数",
                "/sheets?cursor=garbage | cursor | 第一页",
                "/papers/three-lists.xlsx?category=999 | category | 1, 2",
                "/papers/three-lists?stage=sleeping | stage | raised",
                "/matters?waits=maybe | waits | true, false",
                "/papers/briefing?week=2026-47 | week | 2026-W47",
                "/papers/briefing?unit=abc | unit | 整数",
                "/papers/briefing?line=both | line | territorial, industry",
                "/evidence | matter | 缺少",
                "/evidence?matter=abc | matter | 整数",
                "/days/notices?cursor=garbage | cursor | 第一页",
            })
    void aPageNamesTheParameterAndWhatItMayBe(String path, String name, String allowed) throws Exception {
        MockHttpServletResponse answer = answer(path);
        String said = Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8))
                .select("main")
                .text();
        assertThat(answer.getStatus()).as(said).isEqualTo(400);
        assertThat(said).contains("“" + name + "”", allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/matters?stage=nonsense | stage | raised, placed, acting",
                "/api/matters?unit=abc | unit | 整数",
                "/api/matters?category=999 | category | 1, 2",
                "/api/matters?batch=999 | batch | 1, 2",
                "/api/matters?age=old | age | 30-90",
                "/api/matters?cursor=garbage | cursor | 第一页",
                "/api/matters?limit=0 | limit | 1 至 200",
                "/api/matters?limit=many | limit | 整数",
                "/api/matters/abc | id | 整数",
                "/api/claims?box=all | box | answer, sent, decided",
                "/api/claims?limit=0 | limit | 1 至 200",
                "/api/claims/abc | id | 整数",
                "/api/claims/catalogue?lever=luck | lever | rule, budget, power, data",
                "/api/units?line=both | line | territorial, industry",
                "/api/units?limit=201 | limit | 1 至 200",
                "/api/units/{nation}/children?cursor=garbage | cursor | 第一页",
                "/api/units/unanswered?gap=all | gap | superior, industry, post",
                "/api/overview/{nation}?line=both | line | territorial, industry",
                "/api/overview/{nation}/trend?days=0 | days | 1 至 366",
                "/api/overview/{nation}/trend?days=long | days | 整数",
                "/api/overview/{nation}/children?limit=-1 | limit | 1 至 200",
                "/api/programme/guidance | unit | 缺少",
                "/api/programme/guidance?unit=abc | unit | 整数",
                "/api/people?limit=many | limit | 整数",
                "/api/grants?cursor=garbage | cursor | 第一页",
                "/api/sheets?limit=0 | limit | 1 至 200",
                "/api/papers/briefing?week=x | week | 2026-W47",
                "/api/evidence | matter | 缺少",
                "/api/evidence?matter=abc | matter | 整数",
                "/api/notices?limit=0 | limit | 1 至 200",
                "/api/notices?cursor=garbage | cursor | 第一页",
            })
    void theApiDoesTheSameAsAProblem(String path, String name, String allowed) throws Exception {
        MockHttpServletResponse answer = answer(path);
        JsonNode problem = new JsonMapper().readTree(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(answer.getStatus()).as(problem.toString()).isEqualTo(400);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(problem.get("type").asString()).isEqualTo("urn:luodi:problem:parameter");
        assertThat(problem.get("detail").asString()).contains("“" + name + "”", allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "/matters/999999999",
        "/matters?unit=999999999",
        "/matters/new?unit=999999999",
        "/overview/999999999",
        "/days/parts/ranking",
        "/days/webhooks/999999999",
        "/units/999999999",
        "/units/999999999/children",
        "/programme?unit=999999999",
        "/people/999999999",
        "/sheets/999999999",
        "/papers/briefing?unit=999999999",
        "/papers/closings/999999999.docx",
        "/papers/three-lists.xlsx?unit=999999999",
        "/papers/three-lists?unit=999999999",
        "/papers/lists/999999999",
        "/voice/desk/units/999999999/position",
        "/api/papers/closings/999999999.docx",
        "/evidence/999999999",
        "/evidence?matter=999999999",
        "/units/imports/999999999",
        "/claims/999999999",
        "/claims/999999999/refusals",
        "/claims/new?matter=999999999",
        "/api/claims/999999999",
        "/api/claims/999999999/hops",
        "/api/claims/999999999/matters",
        "/api/matters/999999999",
        "/api/matters?unit=999999999",
        "/api/units/999999999",
        "/api/overview/999999999",
        "/api/programme/guidance?unit=999999999",
        "/api/people/999999999",
        "/api/sheets/999999999",
        "/api/papers/briefing?unit=999999999",
        "/api/papers/briefing.docx?unit=999999999",
        "/api/evidence/999999999",
        "/api/evidence?matter=999999999",
    })
    void aThingThatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(answer(path).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/units/1/splits | {\"version\":1,\"parts\":[null]}",
                "/api/relays | {\"giver\":1,\"receiver\":2,\"matters\":[null,7]}",
                "/api/promises/desk | {\"matter\":1,\"words\":\"修好路灯\",\"proofs\":[null]}",
            })
    void aListWithAHoleCannotBeRead(String path, String body) throws Exception {
        MockHttpServletResponse answer = pages.send(
                post(path).contentType(MediaType.APPLICATION_JSON).content(body).with(csrf()), whoMay(path));
        assertThat(answer.getStatus()).isEqualTo(400);
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        URI uri = URI.create(path.replace("{nation}", Integer.toString(nation)));
        return pages.send(get(uri), whoMay(path));
    }
}
