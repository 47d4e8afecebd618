package org.luodi.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.matters.MatterId;
import org.luodi.platform.server.MailServer;
import org.luodi.platform.server.Outward;
import org.luodi.platform.web.Messages;
import org.luodi.voice.NewReport;
import org.luodi.voice.Reaching;
import org.luodi.voice.Receipt;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;

/** The mail of an invitation, over a real conversation with a mail server: a link and a day, and nothing of anybody. */
class LettersTest extends AskedTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern LINK = Pattern.compile("https://luodi\\.example\\.cn/evaluations/(\\S+)");

    @Autowired
    LetterStore store;

    @Autowired
    Links links;

    @Autowired
    Reaching reaching;

    @Autowired
    Messages messages;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final String address = "wang.wu" + System.nanoTime() + "@example.cn";
    private Receipt receipt;
    private long invitation;

    @BeforeEach
    void somebodyWhoLeftAnAddressIsInvited() {
        jdbc.sql("update evaluations.letter set given_up = true").update();
        server.start();
        MatterId matter = affected.acting(unit, county);
        receipt = voices.receive(NewReport.of(unit.id(), "村口第三盏路灯不亮").reachedAt(address, false));
        affected.tie(affected.open(receipt), matter);
        affected.settle(matter, county);
        invitation = invitations.of(opened(matter).id()).get(0).id();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void itCarriesALinkAndADayAndNothingOfTheMatterOrThePerson() throws Exception {
        assertThat(letters().send(at(9))).isEqualTo(1);
        assertThat(letters().send(at(10))).isZero();
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(address);
        assertThat(mail.getSubject()).isEqualTo("请您评价一件事办得怎么样 / Please say what you think of it");
        String text = mail.getContent().toString();
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        assertThat(text).contains(Today.day().plusDays(10).toString(), "不评价不会算作满意");
        String whole = GreenMailUtil.getWholeMessage(mail) + mail.getSubject() + text;
        assertThat(whole.replace(address, ""))
                .doesNotContain("路灯", unit.name(), receipt.code(), receipt.secret(), "wang.wu", "王五");

        assertThat(evaluations.door(link.group(1)).open()).isTrue();
        assertThat(key(() -> evaluations.open(link.group(1), "other@example.cn")))
                .isEqualTo("evaluations.refused.shown");
        assertThat(evaluations.open(link.group(1), address).unit()).isEqualTo(unit.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 20, 23})
    void neverAtNight(int hour) {
        assertThat(letters().send(at(hour))).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aFailureIsTriedAgainLaterAndKeepsNoAddress() {
        server.stop();
        Letters broken = letters();
        assertThat(broken.send(at(9))).isEqualTo(1);
        assertThat(letter()).containsEntry("attempts", 1).containsEntry("sent_at", null);
        assertThat(String.valueOf(letter())).doesNotContain("@", "wang.wu");
        assertThat(broken.send(at(9))).isZero();

        server.start();
        assertThat(letters().send(at(11))).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(letter().get("sent_at")).isNotNull();
        assertThat(letter()).containsEntry("failure", null);
    }

    @Test
    void whoErasedTheAddressOrAnsweredOnAnotherWayGetsNone() {
        jdbc.sql("update voice.contact set cipher = null, key = null where report = :report")
                .param("report", affected.open(receipt).value())
                .update();
        assertThat(letters().send(at(9))).isEqualTo(1);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(letter()).containsEntry("given_up", true);
    }

    @Test
    void afterTheLastDayNothingGoesOut() {
        assertThat(letters().send(at(Today.day().plusDays(11), 9))).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private Map<String, Object> letter() {
        return jdbc.sql("select * from evaluations.letter where invitation = ?")
                .param(invitation)
                .query()
                .singleRow();
    }

    private static Clock at(int hour) {
        return at(Today.day().plusDays(1), hour);
    }

    private static Clock at(LocalDate day, int hour) {
        return Clock.fixed(day.atTime(hour, 30).atZone(ZONE).toInstant(), ZONE);
    }

    private Letters letters() {
        int smtp = server.getSmtp() == null ? 1 : server.getSmtp().getPort();
        MailServer mail = new MailServer("127.0.0.1", smtp, "", "", "luodi@example.cn");
        return new Letters(
                store, links, reaching, new Outward("https://luodi.example.cn", Optional.of(mail), false), messages);
    }
}
