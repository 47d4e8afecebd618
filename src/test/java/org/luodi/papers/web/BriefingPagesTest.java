package org.luodi.papers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Roots;
import org.luodi.matters.Verb;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.overview.Overview;
import org.luodi.papers.OfficePackage;
import org.luodi.papers.Week;
import org.luodi.platform.identity.Account;
import org.luodi.world.Counts;
import org.luodi.world.OnTheTree;
import org.luodi.world.Pages;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** The briefing says what the records say, on the page, in the Word file and at the API. */
@OnTheTree
class BriefingPagesTest {

    @Autowired
    Pages pages;

    @Autowired
    Matters matters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Roots roots;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Overview overview;

    @Autowired
    Place place;

    @Autowired
    Clock clock;

    private Account clerk;
    private Scope scope;

    @BeforeEach
    void aTownWithAWeekBehindIt() {
        clerk = place.account(Role.CLERK, place.village);
        scope = place.scope(clerk);
    }

    @Test
    void itSaysWhatCameBackWhatIsOverdueAndHowManyThereAre() throws Exception {
        JsonNode before = briefing();
        String mark = "周报" + System.nanoTime();
        MatterId back = settled(mark + "退回的 <b>桥</b>");
        matters.move(back, Command.of(Verb.RETURN, version(back), "没有修好"), scope);
        overdue(mark + "超期的路灯");
        new Counts(overview, jdbc).catchUp();

        JsonNode now = briefing();
        assertThat(grown(before, now, "/happened/raised")).isEqualTo(2);
        assertThat(grown(before, now, "/happened/reopened")).isEqualTo(1);
        assertThat(grown(before, now, "/now/returned")).isEqualTo(1);
        assertThat(now.at("/back/0/id").asLong()).isEqualTo(back.value());
        assertThat(now.at("/back/0/verb").asString()).isEqualTo("returned");

        Document page = page(get("/papers/briefing"), 200);
        assertThat(page.text()).contains(place.village.name() + "工作周报", mark + "退回的 <b>桥</b>", mark + "超期的路灯", "口径");
        assertThat(page.select("a[href*=\"due=overdue\"]")).isNotEmpty();
        Elements closed = page.select("a[href*=\"stage=returned\"]");
        assertThat(closed.text()).isEqualTo(now.at("/now/returned").asString());

        MockHttpServletResponse file = pages.send(get("/papers/briefing.docx"), clerk);
        assertThat(file.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains(Week.of(Today.day()).word());
        keep("briefing.docx", file.getContentAsByteArray());
        String text = OfficePackage.whole(file.getContentAsByteArray()).text();
        assertThat(text)
                .contains(
                        place.village.name() + "工作周报", mark + "退回的 <b>桥</b>", mark + "超期的路灯", "未销号", "尚未结束的问题", "统计截至");
    }

    @Test
    void whatWaitsForAUnitAboveStandsInItAndBehindItsLink() throws Exception {
        // The paper names the first few; other tests left theirs with the same village.
        jdbc.sql("update matters.matter set waits = false where waits").update();
        String mark = "等待" + System.nanoTime();
        MatterId symptom = raise(mark, Today.day());
        Scope office = place.scope(place.account(Role.CLERK, place.county));
        MatterId root = matters.raise(
                new NewMatter(null, place.county.id(), 12, 1, 2, null, null, Detail.titled("根子" + mark)), office);
        transaction.executeWithoutResult(status -> roots.tie(List.of(symptom), root, true, office));
        Document page = page(get("/papers/briefing"), 200);
        assertThat(page.text()).contains("六、等待上级", mark);
        Document list =
                page(get("/matters?waits=true&unit=" + place.village.id().value()), 200);
        assertThat(list.select("tbody").text()).contains(mark);
        assertThat(list.select("a.chip").text()).contains("等待上级");
        assertThat(OfficePackage.whole(
                                pages.send(get("/papers/briefing.docx"), clerk).getContentAsByteArray())
                        .text())
                .contains(mark);
    }

    @Test
    void anEarlierWeekIsReadByItsName() throws Exception {
        Week earlier = Week.of(Today.day()).before();
        Document page = page(get("/papers/briefing?week=" + earlier.word()), 200);
        assertThat(page.text())
                .contains(earlier.monday().toString(), earlier.sunday().toString());
        assertThat(page.select("a[rel=next]").attr("href"))
                .contains(earlier.after().word());
        assertThat(page(get("/papers/briefing"), 200).select("a[rel=next]")).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsNamedAndWhatIsOutOfSightIsNotFound() throws Exception {
        assertThat(page(get("/papers/briefing?week=yesterday"), 400).text()).contains("week", "2026-W47");
        page(get("/papers/briefing?unit=x"), 400);
        page(get("/papers/briefing?line=both"), 400);
        page(get("/papers/briefing?unit=" + place.neighbour.id().value()), 404);
        assertThat(pages.send(
                                get("/papers/briefing.docx?unit="
                                        + place.neighbour.id().value()),
                                clerk)
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void everythingIsThereInEnglishToo() throws Exception {
        var english = new jakarta.servlet.http.Cookie("language", "en");
        assertThat(page(get("/papers/briefing").cookie(english), 200).text())
                .contains("Weekly briefing")
                .doesNotContain("??");
        byte[] file =
                pages.send(get("/papers/briefing.docx").cookie(english), clerk).getContentAsByteArray();
        assertThat(OfficePackage.whole(file).text())
                .contains("Weekly briefing", "As it stands")
                .doesNotContain("??");
    }

    private MatterId settled(String title) {
        MatterId id = raise(title, Today.day());
        LocalDate due = Today.day().plusDays(9);
        Scope office = place.scope(place.account(Role.CLERK, place.county));
        matters.move(id, Command.of(Verb.PLACE, version(id), null).due(due), office);
        matters.move(id, Command.of(Verb.ACT, version(id), null).measures("修").due(due), office);
        matters.move(id, Command.of(Verb.SETTLE, version(id), null).solution("修好了", "不需要改制度"), office);
        return id;
    }

    private void overdue(String title) {
        MatterId id = raise(title, Today.day().minusDays(400));
        Instant then = clock.instant().minus(Duration.ofDays(399));
        matters.move(
                id, Command.of(Verb.PLACE, version(id), null).due(Today.day().minusDays(390)), scope, then);
    }

    private MatterId raise(String title, LocalDate day) {
        return matters.raise(new NewMatter(null, place.village.id(), 12, 1, 2, day, null, Detail.titled(title)), scope);
    }

    private int version(MatterId id) {
        return matters.visible(id, scope).matter().version();
    }

    private static long grown(JsonNode before, JsonNode now, String where) {
        return now.at(where).asLong() - before.at(where).asLong();
    }

    private JsonNode briefing() throws Exception {
        new Counts(overview, jdbc).catchUp();
        return Pages.read(pages.api(get("/api/papers/briefing"), clerk));
    }

    /** To be opened by hand in an office program. */
    private static void keep(String name, byte[] content) throws Exception {
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers", name), content);
    }

    private Document page(MockHttpServletRequestBuilder request, int status) throws Exception {
        return pages.page(request, clerk, status);
    }
}
