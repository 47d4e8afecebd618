package org.luodi.papers.web;

import org.luodi.organisation.Line;
import org.luodi.overview.Measures;
import org.luodi.papers.Briefing;
import org.luodi.papers.Week;

/** A briefing with the ways that lead on from it. */
public record BriefingPage(Briefing briefing) {

    private String unit() {
        return "unit=" + briefing.numbers().unit().id().value() + "&line="
                + Line.Word.of(briefing.numbers().line()).name();
    }

    public String url(Week week) {
        return "/papers/briefing?" + unit() + "&week=" + week.word();
    }

    public String file() {
        return "/papers/briefing.docx?" + unit() + "&week=" + briefing.week().word();
    }

    /** The list behind a number. */
    public String list(Measures measure) {
        return "/matters?" + unit() + "&" + measure.filter();
    }

    /** All that wait for a unit above. */
    public String waiting() {
        return "/matters?" + unit() + "&waits=true";
    }

    public long value(Measures measure) {
        return measure.value().applyAsLong(briefing.numbers().all());
    }
}
