package org.luodi.days;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Verb;
import org.luodi.organisation.Role;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.Emptied;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The due days of one's units in a calendar program, as long as the key works. */
@OnTheTree
class CalendarTest {

    private static final Pattern ADDRESS = Pattern.compile("/days/calendar\\.ics\\?key=[\\w-]{43}");

    @LocalServerPort
    int port;

    @Autowired
    Matters matters;

    @Autowired
    Units units;

    @Autowired
    Place place;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private final LocalDate today = Today.day();
    private Desk desk;
    private Account secretary;
    private Visitor visitor;

    @BeforeEach
    void begin() {
        Emptied.matters(jdbc);
        desk = new Desk(matters, place);
        secretary = place.account(Role.SECRETARY, place.village);
        visitor = Visitor.signedIn(port, secretary);
    }

    @Test
    void whatIsDueAtOnesUnitStandsInTheCalendarAndNothingElse() {
        MatterId id = desk.placed(place.village, today.plusDays(3));
        desk.placed(place.town, today.plusDays(3));
        HttpResponse<byte[]> answer = get(subscribe());
        ICalendar calendar = Biweekly.parse(Visitor.text(answer)).first();
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        VEvent event = calendar.getEvents().get(0);
        assertThat(calendar.getEvents()).hasSize(1);
        assertThat(event.getSummary().getValue()).contains("屋顶漏水");
        assertThat(event.getUrl().getValue()).endsWith("/matters/" + id.value());
        assertThat(Visitor.text(answer).replace("\r\n ", ""))
                .contains("DTSTART;VALUE=DATE:" + today.plusDays(3).toString().replace("-", ""));
    }

    @Test
    void itIsWrittenAsTheStandardHasIt() {
        var detail = Detail.titled("很长的标题，有逗号,分号;反斜杠\\和换行\n以及𠮷字：" + "桥栏杆坏了".repeat(20));
        MatterId id = matters.raise(
                new NewMatter(null, place.village.id(), 3, 3, 2, today, today.plusDays(3), detail), desk.clerk());
        desk.move(id, desk.of(id, Verb.PLACE).due(today.plusDays(3)), desk.clerk());
        String text = Visitor.text(get(subscribe()));
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(List.of(text.split("\r\n"))).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text.replace("\r\n ", ""))
                .contains("逗号\\,分号\\;反斜杠\\\\和换行\\n以及𠮷字", "VERSION:2.0", "UID:", "DTSTAMP:");
        assertThat(Biweekly.parse(text)
                        .first()
                        .validate(biweekly.ICalVersion.V2_0)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aRevokedKeyAndAnyOtherAreNotFound() {
        String first = subscribe();
        String second = subscribe();
        assertThat(get(first).statusCode()).isEqualTo(404);
        assertThat(get(second).statusCode()).isEqualTo(200);
        visitor.post("/days/reminders", "/days/calendar/revocation", Map.of());
        assertThat(get(second).statusCode()).isEqualTo(404);
        assertThat(get("/days/calendar.ics").statusCode()).isEqualTo(404);
        assertThat(get("/days/calendar.ics?key=guess").statusCode()).isEqualTo(404);
        assertThat(visitor.page("/days/reminders").select("#secret")).isEmpty();
    }

    @Test
    void theScopeOfTheMomentDecides() {
        desk.placed(place.village, today.plusDays(3));
        String address = subscribe();
        jdbc.sql("update organisation.grant_ set until = now() where account = :account")
                .param("account", secretary.id())
                .update();
        assertThat(Biweekly.parse(Visitor.text(get(address))).first().getEvents())
                .isEmpty();
        accounts.disable(secretary.id(), true, Actor.SYSTEM);
        assertThat(get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws Exception {
        MatterId id = desk.placed(place.village, today.plusDays(3));
        String address = subscribe();
        String tag = get(address).headers().firstValue("ETag").orElseThrow();
        assertThat(send(address, tag).statusCode()).isEqualTo(304);
        desk.move(id, desk.of(id, Verb.POSTPONE).due(today.plusDays(9)), desk.clerk());
        assertThat(send(address, tag).statusCode()).isEqualTo(200);
    }

    @Test
    void theKeyIsKeptAsADigestOnly() {
        String key = subscribe().replaceAll(".*key=", "");
        assertThat(jdbc.sql("select count(*) from days.calendar c where c::text like :key")
                        .param("key", "%" + key + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** The address that the page shows once. */
    private String subscribe() {
        String page = Visitor.text(visitor.post("/days/reminders", "/days/calendar", Map.of()));
        if (page.isEmpty()) {
            page = Visitor.text(visitor.get("/days/reminders"));
        }
        var found = ADDRESS.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group();
    }

    private HttpResponse<byte[]> get(String address) {
        return new Visitor(port).get(address);
    }

    private HttpResponse<String> send(String address, String tag) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("If-None-Match", tag)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
