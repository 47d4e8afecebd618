package org.luodi.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.luodi.evaluations.Answer;
import org.luodi.evaluations.Door;
import org.luodi.evaluations.Evaluations;
import org.luodi.evaluations.Question;
import org.luodi.matters.Command;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Verb;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.voice.NewReport;
import org.luodi.voice.Receipt;
import org.luodi.voice.Report;
import org.luodi.voice.ReportAnswer;
import org.luodi.voice.ReportId;
import org.luodi.voice.Reports;
import org.luodi.voice.Voices;
import org.springframework.stereotype.Component;

/**
 * What people of a county reported, what was done, and what they say of it: yes, no, yes after rework, some who have not answered yet, and
 * a round that ended in silence.
 */
@Component
class Heard {

    /** Category of what the village itself has in hand. */
    private static final int OTHERS = 11;

    private static final int DAYS = 30;
    private static final int DRAWS = 60;

    private final Voices voices;
    private final Reports reports;
    private final Matters matters;
    private final Evaluations evaluations;
    private final Around around;
    private final Silent silent;
    private int phones;

    Heard(Voices voices, Reports reports, Matters matters, Evaluations evaluations, Around around, Silent silent) {
        this.voices = voices;
        this.reports = reports;
        this.matters = matters;
        this.evaluations = evaluations;
        this.around = around;
        this.silent = silent;
    }

    /** Where it happens, and when. */
    @Component("heardAround")
    record Around(Places places, Clock clock) {}

    /**
     * One story.
     *
     * @param said round by round what those who reported it answer, solved and satisfied; what follows a comma comes after rework
     * @param others how many of the sample answer; they say yes
     */
    private record Tale(int category, String report, String fixed, String lasting, String said, int others) {}

    private static final List<Tale> TALES = List.of(
            new Tale(16, "村口三盏路灯三个月不亮，晚上接孩子摸黑走", "更换三盏灯和一段电缆", "村电工每月巡一次", "++", 5),
            new Tale(3, "村卫生室降压药总是断货", "恢复每半月配送", "缺药当天上报，镇卫生院调剂", "++", 3),
            new Tale(14, "河边垃圾桶没人清，味道很大", "加一个清运班次", "清运记录贴在桶上", "+-", 5),
            new Tale(16, "自来水一到晚饭就没水", "更换支管", "高峰期错时供水", "-+,++", 5),
            new Tale(2, "学校门口放学堵得走不动", "划出临时停车区，错峰放学", "护学岗排班到学期末", "++", 5),
            new Tale(17, "中午去办证没有人", "实行午间轮值", "值班表上墙", "", 2),
            new Tale(12, "下雨天巷子积水半尺深", "清掏下水道", "雨季前必清一次", "", 0));

    /** What else people of these villages say; who said it may be drawn when others are asked. */
    private static final List<String> BESIDE =
            List.of("村务公开栏很久没有更新", "公厕周末没有人打扫", "取快递要跑到镇上", "文化活动室白天一直锁着", "健身器材坏了一半", "老年餐厅周末不开门", "分类垃圾桶少了两个");

    private static final List<String> ENDINGS = List.of("", "，我们这边也是", "，去年就说过", "，家里老人不方便", "，盼着早点解决", "，问了几回没有下文");

    /** Tells them; returns how many matters came of it. */
    int fill(Scope county) {
        List<Unit> villages = around.places().sample(new Random(18), IndustryLines.COUNTY, DRAWS).stream()
                .distinct()
                .limit(TALES.size())
                .toList();
        // What was settled before is asked about first, so that those who live here have been asked about nothing yet.
        evaluations.catchUp();
        for (int i = 0; i < villages.size(); i++) {
            tell(TALES.get(i), villages.get(i), county);
        }
        return villages.size() + silent.fill(county);
    }

    private void tell(Tale tale, Unit village, Scope county) {
        List<Receipt> neighbours = neighbours(BESIDE.get(TALES.indexOf(tale)), village, county);
        NewReport report = NewReport.of(village.id(), tale.report()).in(tale.category());
        Receipt first = voices.receive(report.reachedAt(phone(), false));
        Receipt second = voices.meToo(first.code(), NewReport.of(null, null).reachedAt(phone(), false));
        MatterId matter = taken(first, tale.report(), tale.category(), county);
        move(matter, Verb.PLACE, county, c -> c.due(day()));
        for (String round : tale.said().split(",", -1)) {
            move(matter, Verb.ACT, county, c -> c.measures(tale.fixed()).due(day().plusDays(DAYS)));
            move(matter, Verb.SETTLE, county, c -> c.solution(tale.fixed(), tale.lasting()));
            evaluations.catchUp();
            if (!round.isEmpty()) {
                answer(first, said(round));
                answer(second, said(round));
            }
            neighbours.stream()
                    .filter(n -> !evaluations.doors(id(n)).isEmpty())
                    .limit(tale.others())
                    .forEach(n -> answer(n, new Answer(true, true, true, null)));
            evaluations.catchUp();
        }
    }

    /** Six of the village said something else, each in his words; one matter carries it. */
    private List<Receipt> neighbours(String said, Unit village, Scope county) {
        List<Receipt> neighbours = new ArrayList<>();
        MatterId matter = null;
        for (String ending : ENDINGS) {
            NewReport other = NewReport.of(village.id(), said + ending + "。");
            Receipt receipt = voices.receive(other.reachedAt(phone(), true));
            neighbours.add(receipt);
            if (matter == null) {
                matter = taken(receipt, said, OTHERS, county);
            } else {
                reports.answer(id(receipt), ReportAnswer.join(1, matter), county);
            }
        }
        return neighbours;
    }

    private MatterId taken(Receipt receipt, String title, int category, Scope county) {
        Report report = voices.told(id(receipt)).report();
        ReportAnswer.Draft draft = new ReportAnswer.Draft(title, title, category, day());
        return reports.answer(report.id(), ReportAnswer.take(report.version(), draft), county)
                .matter();
    }

    private void move(MatterId id, Verb verb, Scope scope, UnaryOperator<Command> with) {
        int version = matters.visible(id, scope).matter().version();
        matters.move(id, with.apply(Command.of(verb, version, null)), scope);
    }

    private void answer(Receipt receipt, Answer answer) {
        for (Door door : evaluations.doors(id(receipt))) {
            if (door.open() && !door.answered()) {
                Question question = evaluations.open(door.link(), receipt.secret());
                evaluations.answer(door.link(), question.pass(), answer);
            }
        }
    }

    private static Answer said(String signs) {
        boolean satisfied = signs.charAt(1) == '+';
        return new Answer(signs.charAt(0) == '+', satisfied, true, satisfied ? null : "办得不彻底");
    }

    private ReportId id(Receipt receipt) {
        return voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
    }

    private LocalDate day() {
        return LocalDate.now(around.clock()).plusDays(DAYS);
    }

    private String phone() {
        return "139%08d".formatted(++phones);
    }
}
