package org.luodi.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.luodi.claims.Answer;
import org.luodi.claims.ClaimId;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.claims.Claims;
import org.luodi.claims.Ground;
import org.luodi.claims.Lever;
import org.luodi.claims.NewClaim;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Takeover;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.springframework.stereotype.Component;

/** A dozen claims, one for each thing that can become of them, between a village, its county, the city and the education line. */
@Component
class Upward {

    private static final int REPORTED = 3;
    private static final int DUE = 60;

    private final Claims claims;
    private final Matters matters;
    private final Takeover takeover;
    private final Places places;
    private final Clock clock;

    Upward(Claims claims, Matters matters, Takeover takeover, Places places, Clock clock) {
        this.claims = claims;
        this.matters = matters;
        this.takeover = takeover;
        this.places = places;
        this.clock = clock;
    }

    /** Those who send and answer. */
    record People(Scope village, Scope county, Scope city, Scope education) {}

    /** What becomes of a claim. */
    private enum Fate {
        WAITS,
        REFUSED,
        APPEALED,
        DISMISSED,
        UPHELD,
        CLAIMED,
        PART,
        WITHDRAWN
    }

    /**
     * A claim of the village.
     *
     * @param number of its matter
     * @param title of the story it is about
     * @param days ago
     */
    private record Sent(String number, String title, Lever lever, int days, Fate fate) {}

    private static final List<Sent> VILLAGE = List.of(
            new Sent("TJ-01", "村卫生室常用药品缺货", Lever.RULE, 9, Fate.CLAIMED),
            new Sent("TJ-02", "网格员一人管八百户忙不过来", Lever.POWER, 8, Fate.PART),
            new Sent("TJ-03", "同一张人口表一年报七次", Lever.DATA, 2, Fate.WAITS),
            new Sent("TJ-04", "村务软件超过十个", Lever.DATA, 26, Fate.WAITS),
            new Sent("TJ-05", "自来水早晚高峰断流", Lever.BUDGET, 7, Fate.REFUSED),
            new Sent("TJ-06", "入户道路最后五百米未硬化", Lever.BUDGET, 6, Fate.APPEALED),
            new Sent("TJ-07", "村集体果园冷库闲置", Lever.POWER, 15, Fate.DISMISSED),
            new Sent("TJ-08", "独居老人助餐点停办", Lever.BUDGET, 14, Fate.UPHELD),
            new Sent("TJ-09", "返乡人员找不到本地岗位信息", Lever.DATA, 5, Fate.WITHDRAWN));

    /** Makes them; returns how many. */
    int fill(People people, int batch) {
        Unit village = places.first(IndustryLines.TOWN);
        for (Sent sent : VILLAGE) {
            Instant at = clock.instant().minus(sent.days(), ChronoUnit.DAYS);
            Raised raised = new Raised(village, people.village(), batch);
            ClaimId id = send(sent, raised, places.byCode(IndustryLines.COUNTY), at);
            live(id, sent, people, at);
        }
        Instant lately = clock.instant().minus(3, ChronoUnit.DAYS);
        Sent heating = new Sent("TJ-10", "村小冬季教室取暖不足", Lever.BUDGET, 3, Fate.WAITS);
        Unit school = places.byCode("E" + IndustryLines.COUNTY + "-1");
        send(heating, new Raised(school, people.education(), batch), places.byCode("E" + IndustryLines.CITY), lately);
        Sent travel = new Sent("TJ-11", "老人异地就医报销往返跑", Lever.DATA, 3, Fate.CLAIMED);
        Unit county = places.byCode(IndustryLines.COUNTY);
        ClaimId claimed =
                send(travel, new Raised(county, people.county(), batch), places.byCode(IndustryLines.CITY), lately);
        claims.answer(claimed, claim(travel, 1), people.city(), lately.plus(1, ChronoUnit.DAYS));
        return VILLAGE.size() + 2;
    }

    /** Where a matter is raised, and by whom. */
    private record Raised(Unit unit, Scope by, int batch) {}

    private ClaimId send(Sent sent, Raised raised, Unit asked, Instant at) {
        Stories.Story story = Stories.ALL.stream()
                .filter(s -> s.title().equals(sent.title()))
                .findFirst()
                .orElseThrow();
        LocalDate day = LocalDate.ofInstant(at, clock.getZone());
        Detail detail = Detail.titled(raised.unit().name() + story.title());
        NewMatter matter = new NewMatter(
                sent.number(),
                raised.unit().id(),
                story.category(),
                REPORTED,
                raised.batch(),
                day,
                day.plusDays(DUE),
                detail);
        Takeover.Moment placed = new Takeover.Moment(
                Command.of(org.luodi.matters.Verb.PLACE, 0, null).due(day.plusDays(DUE)), at, raised.by());
        takeover.take(List.of(new Takeover.Past(matter, at, raised.by(), List.of(placed), List.of())));
        MatterId id = matters.byNumber(sent.number(), raised.by())
                .orElseThrow()
                .matter()
                .id();
        return claims.send(new NewClaim(null, asked.id(), sent.lever(), story.above(), List.of(id)), raised.by(), at);
    }

    private void live(ClaimId id, Sent sent, People people, Instant sentAt) {
        Instant answered = sentAt.plus(1, ChronoUnit.DAYS);
        Instant appealed = sentAt.plus(2, ChronoUnit.DAYS);
        Instant decided = sentAt.plus(4, ChronoUnit.DAYS);
        switch (sent.fate()) {
            case WAITS -> {}
            case CLAIMED -> claims.answer(id, claim(sent, 1), people.county(), answered);
            case PART -> claims.answer(id, part(sent), people.county(), answered);
            case WITHDRAWN -> claims.answer(id, Answer.of(Verb.WITHDRAW, 1, "镇里已经帮着解决了"), people.village(), answered);
            default -> claims.answer(id, refusal(), people.county(), answered);
        }
        if (sent.fate().compareTo(Fate.APPEALED) >= 0 && sent.fate().compareTo(Fate.UPHELD) <= 0) {
            claims.answer(id, Answer.of(Verb.APPEAL, 2, "标准和资金都是县里定的，村里没有别的办法"), people.village(), appealed);
        }
        if (sent.fate() == Fate.DISMISSED) {
            claims.answer(id, Answer.of(Verb.DISMISS, 3, "县里的意见有依据，村里可先与合作社协商"), people.city(), decided);
        }
        if (sent.fate() == Fate.UPHELD) {
            claims.answer(id, uphold(sent), people.city(), decided);
        }
    }

    private static Answer refusal() {
        return Answer.of(Verb.REFUSE, 1, "今年预算已经下达，没有这一项").ground(Ground.NO_BUDGET);
    }

    private Answer claim(Sent sent, int version) {
        return Answer.of(Verb.CLAIM, version, null).root(root(sent));
    }

    private Answer part(Sent sent) {
        return Answer.of(Verb.CLAIM_PART, 1, "县里重新核定网格员编制")
                .stays("编制到位前由村里安排兼职网格员")
                .root(root(sent));
    }

    private Answer uphold(Sent sent) {
        return Answer.of(Verb.UPHOLD, 3, "补助标准由县里制定，应由县里认领").root(root(sent));
    }

    private Answer.Root root(Sent sent) {
        return new Answer.Root(
                null, "从根子上解决：" + sent.title(), LocalDate.now(clock).plusDays(DUE));
    }
}
