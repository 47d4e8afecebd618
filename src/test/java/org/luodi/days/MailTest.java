package org.luodi.days;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Role;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Account;
import org.luodi.platform.server.MailServer;
import org.luodi.platform.server.Outward;
import org.luodi.platform.web.Messages;
import org.luodi.world.Emptied;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mail of the day, over a real conversation with a mail server. */
@OnTheTree
class MailTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String ADDRESS = "zhang.san@example.cn";

    @LocalServerPort
    int port;

    @Autowired
    Days days;

    @Autowired
    Digests digests;

    @Autowired
    DigestStore store;

    @Autowired
    Mailing.People people;

    @Autowired
    Messages messages;

    @Autowired
    Matters matters;

    @Autowired
    Place place;

    @Autowired
    JdbcClient jdbc;

    private final LocalDate today = Today.day();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Desk desk;
    private Account secretary;

    @BeforeEach
    void begin() {
        Emptied.matters(jdbc);
        jdbc.sql("truncate days.digest").update();
        desk = new Desk(matters, place);
        secretary = place.account(Role.SECRETARY, place.village);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void onceADayItSaysWhatWaitsWithItsLinks() throws Exception {
        MatterId late = desk.placed(place.village, today.minusDays(3));
        desk.placed(place.town, today.minusDays(3));
        ask("zh", 9);
        assertThat(mailing().send(at(9))).isEqualTo(1);
        assertThat(mailing().send(at(10))).isZero();
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("落地：今天等着您的事（" + today + "）");
        assertThat(mail.getAllRecipients()[0].toString()).isEqualTo(ADDRESS);
        assertThat(mail.getContentType()).startsWith("text/plain").containsIgnoringCase("utf-8");
        assertThat(mail.getContent().toString())
                .contains("本单位超期的", "超期 3 天", "https://luodi.example.cn/matters/" + late.value())
                .contains("https://luodi.example.cn/days/reminders")
                .doesNotContain(place.town.name() + " 超期");
    }

    @Test
    void itSpeaksTheLanguageThatWasChosen() throws Exception {
        desk.placed(place.village, today);
        ask("en", 9);
        mailing().send(at(9));
        assertThat(server.getReceivedMessages()[0].getSubject()).startsWith("Luodi: what waits for you today");
        assertThat(server.getReceivedMessages()[0].getContent().toString()).contains("Due today");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 23, 0, 3, 7})
    void neverAtNight(int hour) {
        desk.placed(place.village, today.minusDays(3));
        ask("zh", 8);
        jdbc.sql("update days.digest set done_on = :day")
                .param("day", today.minusDays(5))
                .update();
        assertThat(mailing().send(at(hour))).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void whatWasMissedInTheEveningComesInTheMorning() {
        desk.placed(place.village, today.minusDays(3));
        ask("zh", 19);
        assertThat(mailing().send(at(8))).isZero();
        jdbc.sql("update days.digest set done_on = :day")
                .param("day", today.minusDays(2))
                .update();
        assertThat(mailing().send(at(8))).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void nobodyGetsOneWhoDidNotAskOrForWhomNothingWaits() {
        desk.placed(place.town, today.minusDays(3));
        assertThat(mailing().send(at(9))).isZero();
        ask("zh", 9);
        assertThat(mailing().send(at(9))).isEqualTo(1);
        assertThat(server.getReceivedMessages()).isEmpty();
        digests.stop(secretary.actor());
        assertThat(digests.of(secretary.actor())).isEmpty();
    }

    @Test
    void aDisabledAccountGetsNoMore() {
        desk.placed(place.village, today.minusDays(3));
        ask("zh", 9);
        jdbc.sql("update platform.account set disabled_at = now() where id = :id")
                .param("id", secretary.id())
                .update();
        mailing().send(at(9));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aFailureIsTriedAgainLaterAndShownToTheAdministrator() {
        desk.placed(place.village, today.minusDays(3));
        ask("zh", 9);
        server.stop();
        assertThat(mailing().send(at(9))).isEqualTo(1);
        Digest failed = store.find(secretary.id()).orElseThrow();
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.failure()).contains("Connect");
        assertThat(mailing().send(at(9))).isZero();

        Account administrator = place.account(Role.SYSTEM_ADMIN, place.county);
        Account stranger = place.account(Role.SYSTEM_ADMIN, place.neighbour);
        var page = Visitor.signedIn(port, administrator).page("/days/mail/failures");
        assertThat(page.select("main").text())
                .contains(secretary.name(), "Connect")
                .doesNotContain(ADDRESS);
        assertThat(digests.failures(stranger.actor())).isEmpty();
        assertThat(Visitor.signedIn(port, secretary).get("/days/mail/failures").statusCode())
                .isEqualTo(404);

        server.start();
        mailing().send(at(10));
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(store.find(secretary.id()).orElseThrow().failure()).isNull();
    }

    @Test
    void withoutAServerNothingIsSentAndThePageSaysSo() {
        ask("zh", 9);
        desk.placed(place.village, today.minusDays(3));
        assertThat(mailing(Optional.empty()).send(at(9))).isZero();
        var page = Visitor.signedIn(port, secretary).page("/days/reminders");
        assertThat(page.select("main").text()).contains("没有设置邮件服务器");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b",
                "a b@example.cn",
                "a@example.cn\r\nBcc: b@example.cn",
                "a@example.cn,b@example.cn"
            })
    void anAddressThatIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> digests.ask(secretary.actor(), address, 9, "zh"))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 7, 20, 23})
    void anHourOfTheNightIsRefused(int hour) {
        assertThatThrownBy(() -> digests.ask(secretary.actor(), ADDRESS, hour, "zh"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theFormKeepsWhatWasTyped() {
        var visitor = Visitor.signedIn(port, secretary);
        var answer = visitor.post(
                "/days/reminders", "/days/mail", Map.of("address", "nobody", "hour", "11", "language", "en"));
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = org.jsoup.Jsoup.parse(Visitor.text(answer));
        assertThat(page.select("[name=address]").val()).isEqualTo("nobody");
        assertThat(page.select("[name=hour] [selected]").val()).isEqualTo("11");
        visitor.post("/days/reminders", "/days/mail", Map.of("address", ADDRESS, "hour", "11", "language", "en"));
        assertThat(digests.of(secretary.actor()).orElseThrow().hour()).isEqualTo(11);
    }

    private void ask(String language, int hour) {
        digests.ask(secretary.actor(), ADDRESS, hour, language);
        jdbc.sql("update days.digest set done_on = :day")
                .param("day", today.minusDays(1))
                .update();
    }

    private Clock at(int hour) {
        return Clock.fixed(today.atTime(hour, 30).atZone(ZONE).toInstant(), ZONE);
    }

    private Mailing mailing() {
        int smtp = server.getSmtp() == null ? 1 : server.getSmtp().getPort();
        return mailing(Optional.of(new MailServer("127.0.0.1", smtp, "", "", "luodi@example.cn")));
    }

    private Mailing mailing(Optional<MailServer> mail) {
        return new Mailing(store, days, people, messages, new Outward("https://luodi.example.cn", mail, false));
    }
}
