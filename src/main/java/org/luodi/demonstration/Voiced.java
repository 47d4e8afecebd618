package org.luodi.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.voice.Ground;
import org.luodi.voice.NewReport;
import org.luodi.voice.Receipt;
import org.luodi.voice.ReportAnswer;
import org.luodi.voice.ReportId;
import org.luodi.voice.Reports;
import org.luodi.voice.Verb;
import org.luodi.voice.Voices;
import org.luodi.voice.Way;
import org.springframework.stereotype.Component;

/** What people of the demonstration village reported: a score of reports, at every stage there is. */
@Component
class Voiced {

    private final Voices voices;
    private final Reports reports;
    private final Places places;
    private final Clock clock;

    Voiced(Voices voices, Reports reports, Places places, Clock clock) {
        this.voices = voices;
        this.reports = reports;
        this.places = places;
        this.clock = clock;
    }

    /** Those who answer. */
    record People(Scope village, Scope county, Scope leader) {}

    private enum Fate {
        WAITS,
        CHECKED,
        SUSPECTED,
        SET_ASIDE,
        TAKEN,
        JOINED,
        PASSED_ON,
        DISPUTED,
        DECIDED,
        ABOVE,
        WITHDRAWN
    }

    /**
     * A report.
     *
     * @param days ago
     * @param metoo how many others say the same
     */
    private record Said(String text, int category, int days, int metoo, Fate fate) {}

    private static final List<Said> ALL = List.of(
            new Said("村口到小学这一段路灯三个月不亮，孩子放学摸黑走。", 11, 1, 6, Fate.WAITS),
            new Said("卫生室常常没有人，量个血压要跑三趟。", 3, 12, 2, Fate.WAITS),
            new Said("垃圾房门口积水，夏天蚊子多。", 11, 2, 0, Fate.WAITS),
            new Said("低保公示栏去年以后就没有换过。", 31, 9, 1, Fate.WAITS),
            new Said("合作医疗补缴要去县里，村里能不能代办？", 3, 0, 0, Fate.WAITS),
            new Said("广场舞音响开到晚上十一点。", 11, 0, 3, Fate.CHECKED),
            new Said("水库边的护栏断了两根。", 11, 1, 0, Fate.CHECKED),
            new Said("加微信领红包领红包领红包", 11, 1, 0, Fate.SUSPECTED),
            new Said("代开发票 代开发票 代开发票", 11, 2, 0, Fate.SET_ASIDE),
            new Said("自来水早晚发黄，沉一夜盆底一层泥。", 11, 10, 9, Fate.TAKEN),
            new Said("村道转弯处看不见来车，上个月撞了两次。", 11, 8, 4, Fate.TAKEN),
            new Said("幼儿园没有午睡的地方。", 2, 7, 0, Fate.TAKEN),
            new Said("自来水又黄了，我家在北头。", 11, 4, 0, Fate.JOINED),
            new Said("北头的水也黄，老人不敢喝。", 11, 3, 0, Fate.JOINED),
            new Said("界河桥的栏杆松了，桥那头归邻村管。", 11, 2, 1, Fate.PASSED_ON),
            new Said("邻村的养鸡场味道太大，关窗也挡不住。", 11, 5, 5, Fate.DISPUTED),
            new Said("两个村中间的水渠没有人清，一下雨就漫。", 11, 9, 2, Fate.DECIDED),
            new Said("村里收卫生费不开收据，问了也不说用在哪里。", 31, 3, 2, Fate.ABOVE),
            new Said("村干部家的地先浇水，别人家轮不到。", 31, 11, 0, Fate.ABOVE),
            new Said("路面坑洼，已经有人来补好了。", 11, 6, 0, Fate.WITHDRAWN));

    /** Makes them; returns how many. */
    int fill(People people) {
        Unit village = places.first(IndustryLines.TOWN);
        Unit neighbour = places.second(IndustryLines.TOWN);
        ReportId water = null;
        int count = 0;
        for (Said said : ALL) {
            Told told = new Told(said, village, neighbour, clock.instant().minus(said.days(), ChronoUnit.DAYS));
            ReportId id = receive(told, people);
            live(id, told, people, water);
            water = water == null && said.fate() == Fate.TAKEN ? id : water;
            count += 1 + said.metoo();
        }
        return count;
    }

    private record Told(Said said, Unit village, Unit neighbour, Instant at) {}

    /** Every fifth is written down for somebody who phoned; the others come without an account. */
    private ReportId receive(Told told, People people) {
        Said said = told.said();
        boolean proven = said.fate() != Fate.CHECKED && said.fate() != Fate.SUSPECTED && said.fate() != Fate.SET_ASIDE;
        NewReport report = NewReport.of(told.village().id(), said.text())
                .in(said.category())
                .aboutHandler(said.fate() == Fate.ABOVE)
                .proven(proven)
                .reachedAt(said.metoo() > 0 ? "1390000" + (1000 + said.text().length()) : null, true);
        boolean phoned = said.fate() == Fate.JOINED;
        Receipt receipt =
                phoned ? voices.receive(report.by(Way.PHONE), people.village()) : voices.receive(report, told.at());
        if (proven) {
            for (int i = 0; i < said.metoo(); i++) {
                voices.meToo(receipt.code(), NewReport.of(null, i == 1 ? "我家门口也是这样。" : null));
            }
        }
        return voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
    }

    private void live(ReportId id, Told told, People people, ReportId water) {
        Instant later = told.at().plus(20, ChronoUnit.HOURS);
        switch (told.said().fate()) {
            case SUSPECTED -> reports.answer(id, ReportAnswer.of(Verb.SUSPECT, 1), people.county(), later);
            case SET_ASIDE -> {
                reports.answer(id, ReportAnswer.of(Verb.SUSPECT, 1), people.county(), later);
                reports.answer(id, ReportAnswer.of(Verb.SET_ASIDE, 2), people.leader(), later);
            }
            case TAKEN -> reports.answer(id, take(told), people.village(), later);
            case JOINED -> {
                var matter = reports.visible(water, people.village()).report().matter();
                reports.answer(id, ReportAnswer.join(1, matter), people.village(), later);
            }
            case PASSED_ON -> reports.answer(id, back(told), people.village(), later);
            case DISPUTED -> dispute(id, told, people);
            case DECIDED -> {
                dispute(id, told, people);
                ReportAnswer word = ReportAnswer.decide(3, told.village().id(), "水渠的清淤在村里的管护合同里，由村里先清，邻村出工一半。");
                reports.answer(id, word, people.county(), later.plus(2, ChronoUnit.DAYS));
            }
            case WITHDRAWN -> voices.withdraw(id);
            default -> {}
        }
    }

    private static ReportAnswer take(Told told) {
        String text = told.said().text();
        String title = text.substring(0, text.indexOf('，') < 0 ? text.length() - 1 : text.indexOf('，'));
        return ReportAnswer.take(
                1, new ReportAnswer.Draft(title, text, told.said().category(), null));
    }

    private static ReportAnswer back(Told told) {
        return ReportAnswer.notOurs(
                1, Ground.OTHER_PLACE, "按两村的界线图，在邻村一侧", told.neighbour().id());
    }

    private void dispute(ReportId id, Told told, People people) {
        Instant later = told.at().plus(20, ChronoUnit.HOURS);
        reports.answer(id, back(told), people.village(), later);
        ReportAnswer again = ReportAnswer.notOurs(
                        2, Ground.OTHER_DUTY, "界线虽在我村，管护合同是对方签的", told.village().id())
                .again();
        reports.answer(id, again, people.county(), later.plus(1, ChronoUnit.DAYS));
    }
}
