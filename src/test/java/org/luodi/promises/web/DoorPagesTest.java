package org.luodi.promises.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.organisation.Role;
import org.luodi.platform.identity.Account;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open doors without an account, and the desk behind them. */
@OnTheTree
class DoorPagesTest {

    @Autowired
    Matters matters;

    @Autowired
    Place place;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Account clerk;
    private Visitor first;
    private Visitor second;
    private Visitor anybody;
    private MatterId matter;

    @BeforeEach
    void aMatterOfAVillage() {
        clerk = place.account(Role.CLERK, place.county);
        first = Visitor.signedIn(port, clerk);
        second = Visitor.signedIn(port, place.account(Role.LEADER, place.county));
        anybody = new Visitor(port);
        matter = matters.raise(
                new NewMatter(
                        null,
                        place.village.id(),
                        11,
                        1,
                        2,
                        Today.day(),
                        Today.day().plusDays(30),
                        Detail.titled("桥")),
                place.scope(clerk));
    }

    @AfterEach
    void nothingIsPublished() {
        jdbc.sql("update promises.promise set state = 'recalled', recalled_by = 1, recalled_at = now(), reason = 'x'"
                        + " where state in ('proposed', 'published')")
                .update();
    }

    @Test
    void aMatterIsPutUpReleasedReadByAnybodyAndRecalled() {
        String made = propose("村口的桥修好", "年底前修好，能过拖拉机。<script>alert(1)</script>");
        String id = made.substring(made.lastIndexOf('/') + 1);
        assertThat(anybody.get("/promises/" + id).statusCode()).isEqualTo(404);
        assertThat(first.page(made).text()).contains("公开要另一个人审核");

        second.post(made, made + "/publications", Map.of());

        Document page = anybody.page("/promises/units/" + place.village.id().value());
        assertThat(page.select("a[href=/promises/" + id + "]").text()).isEqualTo("村口的桥修好");
        Document one = anybody.page("/promises/" + id);
        assertThat(one.text()).contains("年底前修好").contains("正在办").contains(place.village.name());
        assertThat(one.select("main script")).isEmpty();
        assertThat(one.text()).doesNotContain(clerk.name()).doesNotContain(clerk.login());
        assertThat(anybody.english("/promises/" + id).text()).contains("Under way");
        assertThat(first.page("/matters/" + matter.value()).select("a[href=/promises/" + id + "]"))
                .isNotEmpty();

        HttpResponse<byte[]> empty = first.post(made, made + "/recalls", Map.of("reason", ""));
        assertThat(empty.statusCode()).isEqualTo(422);
        first.post(made, made + "/recalls", Map.of("reason", "写错了"));
        assertThat(anybody.get("/promises/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasTypedStaysWhereItIsRefused() {
        String form = "/promises/desk/new?matter=" + matter.value();
        HttpResponse<byte[]> answer = first.post(
                form, "/promises/desk", Map.of("matter", Long.toString(matter.value()), "title", "", "words", "写好的承诺"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(answer)).contains("请写标题").contains("写好的承诺");
        assertThat(anybody.get(form).statusCode()).isNotEqualTo(200);
    }

    @Test
    void feedsAndTheCalendarAreReadByOtherPrograms() throws Exception {
        String made = propose("修渠 & 修路 <好>", "年底前办好");
        second.post(made, made + "/publications", Map.of());
        String unit = "/promises/units/" + place.village.id().value();
        for (String format : new String[] {"/feed.atom", "/feed.rss"}) {
            HttpResponse<byte[]> answer = anybody.get(unit + format);
            assertThat(answer.statusCode()).isEqualTo(200);
            SyndFeed feed = new SyndFeedInput().build(new StringReader(Visitor.text(answer)));
            assertThat(feed.getEntries()).extracting(SyndEntry::getTitle).containsExactly("修渠 & 修路 <好>");
            assertThat(feed.getTitle()).contains(place.village.name());
        }
        HttpResponse<byte[]> calendar = anybody.get(unit + "/calendar.ics");
        assertThat(Visitor.text(calendar).replace("\r\n ", ""))
                .contains("DTSTART;VALUE=DATE:"
                        + Today.day().plusDays(30).toString().replace("-", ""));
        assertThat(calendar.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void anybodyReadsTheApiAndOnlyStaffTheDesk() {
        HttpResponse<byte[]> list =
                anybody.get("/api/promises?unit=" + place.village.id().value());
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(anybody.get("/api/promises/desk").statusCode()).isEqualTo(401);
        assertThat(anybody.get("/api/promises?unit=x").statusCode()).isEqualTo(400);
        assertThat(anybody.get("/promises/units/999999999").statusCode()).isEqualTo(404);
    }

    private String propose(String title, String words) {
        HttpResponse<byte[]> answer = first.post(
                "/promises/desk/new?matter=" + matter.value(),
                "/promises/desk",
                Map.of("matter", Long.toString(matter.value()), "title", title, "words", words));
        return Visitor.next(answer);
    }
}
