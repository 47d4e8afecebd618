package org.luodi.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.luodi.evaluations.Evaluations;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Takeover;
import org.luodi.matters.Verb;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.programme.Programmes;
import org.luodi.voice.NewReport;
import org.luodi.voice.Receipt;
import org.luodi.voice.ReportAnswer;
import org.luodi.voice.Reports;
import org.luodi.voice.Voices;
import org.springframework.stereotype.Component;

/** Two people reported, three weeks later it was settled, both were asked, and neither answered: that is shown as silence. */
@Component
class Silent {

    private static final int REPORTED = 30;
    private static final int RAISED = 28;
    private static final int SETTLED = 18;
    private static final int CATEGORY = 18;
    private static final int SOURCE = 3;
    private static final List<String> SAID = List.of("同一张人口表，村里填了镇里又让填一遍。", "填表填了三遍，数都一样。");

    private final Voices voices;
    private final Reports reports;
    private final Takeover takeover;
    private final Evaluations evaluations;
    private final Programmes programmes;
    private final Heard.Around around;

    Silent(
            Voices voices,
            Reports reports,
            Takeover takeover,
            Evaluations evaluations,
            Programmes programmes,
            Heard.Around around) {
        this.voices = voices;
        this.reports = reports;
        this.takeover = takeover;
        this.evaluations = evaluations;
        this.programmes = programmes;
        this.around = around;
    }

    /** Tells it; returns how many matters came of it. */
    int fill(Scope county) {
        Unit village = around.places().second(IndustryLines.TOWN);
        MatterId matter = takeover.take(List.of(past(village, county))).get(0);
        for (int i = 0; i < SAID.size(); i++) {
            NewReport report = NewReport.of(village.id(), SAID.get(i)).in(CATEGORY);
            Receipt receipt = voices.receive(report.reachedAt("1380000000" + i, false), ago(REPORTED));
            var id = voices.authenticated(receipt.code(), receipt.secret()).orElseThrow();
            reports.answer(id, ReportAnswer.join(1, matter), county, ago(RAISED));
        }
        evaluations.ask(matter, day(SETTLED));
        evaluations.catchUp();
        return 1;
    }

    private Takeover.Past past(Unit village, Scope county) {
        int batch = programmes
                .current()
                .batchOn(LocalDate.now(around.clock()))
                .orElseThrow()
                .key();
        LocalDate due = day(RAISED).plusDays(60);
        Detail detail = Detail.titled("同一张人口表村里和镇里各填一遍").showing("七个部门要同样的数据");
        NewMatter matter = new NewMatter(null, village.id(), CATEGORY, SOURCE, batch, day(RAISED), due, detail);
        List<Takeover.Moment> moves = List.of(
                moment(Command.of(Verb.PLACE, 0, null).due(due), RAISED - 1, county),
                moment(Command.of(Verb.ACT, 0, null).measures("镇里直接取村里填的数").due(due), RAISED - 2, county),
                moment(Command.of(Verb.SETTLE, 0, null).solution("合并成一张表", "今后一表一填，多处取用"), SETTLED, county));
        return new Takeover.Past(matter, ago(RAISED), county, moves, List.of());
    }

    private Takeover.Moment moment(Command command, int days, Scope by) {
        return new Takeover.Moment(command, ago(days), by);
    }

    private Instant ago(int days) {
        return around.clock().instant().minus(days, ChronoUnit.DAYS);
    }

    private LocalDate day(int days) {
        ZoneId zone = around.clock().getZone();
        return LocalDate.ofInstant(ago(days), zone);
    }
}
