package org.luodi.papers;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.IntConsumer;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.web.Ui;
import org.springframework.stereotype.Component;

/** Papers made of records, in the language of whoever asks (mechanisms 22, 30). */
@Component
public class Papers {

    private final BriefingReading briefings;
    private final ClosingReading closings;
    private final ThreeLists lists;
    private final Clock clock;

    Papers(BriefingReading briefings, ClosingReading closings, ThreeLists lists, Clock clock) {
        this.briefings = briefings;
        this.closings = closings;
        this.lists = lists;
        this.clock = clock;
    }

    /** Whether a matter has come far enough for a closing report. */
    public boolean reportable(Matter matter) {
        return ClosingReading.ready(matter.stage());
    }

    /** Writes the closing report of a matter, marked as a draft while it is not closed; returns its number. */
    public String closing(MatterId id, Scope scope, Ui ui, OutputStream out) {
        ClosingReport report = closings.read(id, scope);
        new ClosingPaper(report, ui).write(out);
        return report.told().matter().number();
    }

    /** The week that is written as {@code 2026-W47}; the running one where nothing is. */
    public Week week(String written) {
        return Week.read(written, LocalDate.now(clock));
    }

    /** What happened at a unit and below it in a week; NotFound where the unit lies outside the scope. */
    public Briefing briefing(UnitId unit, Line line, Week week, Scope scope) {
        return briefings.read(new BriefingReading.Asked(unit, line, week), scope);
    }

    /** The same as a Word file. */
    public void write(Briefing briefing, Ui ui, OutputStream out) {
        new BriefingPaper(briefing, ui, clock.getZone()).write(out);
    }

    /** Which list, for whom, in which language. */
    public record Asked(MatterFilter filter, Scope scope, Ui ui) {}

    /**
     * Writes the matters of a filter as a workbook of the three lists, all of one moment.
     *
     * @param wrote hears how many matters were written, on each of the three sheets anew; may break off
     */
    public void threeLists(Asked asked, OutputStream out, IntConsumer wrote) {
        lists.write(asked, out, wrote);
    }
}
