package org.luodi.voice.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luodi.matters.Matters;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;
import org.luodi.programme.Programme;
import org.luodi.voice.Contacts;
import org.luodi.voice.Report;
import org.luodi.voice.Reports;
import org.luodi.voice.Step;

/**
 * What the page of one report shows to an office.
 *
 * @param matter what it became, where this person sees it; else null
 * @param photos numbers of the photos sent with it
 * @param people names of those who made its steps or looked at its contact
 * @param barred why this person may not see the contact; null where he may
 */
public record DeskReportPage(
        Reports.Told told,
        List<Reports.Choice> choices,
        Matters.Told matter,
        List<Contacts.Look> looks,
        List<Integer> photos,
        Refusal barred,
        Map<UnitId, String> units,
        Map<Long, String> people,
        Programme programme,
        LocalDate today) {

    public Report report() {
        return told.report();
    }

    public String url() {
        return "/voice/desk/" + report().id().value();
    }

    /** Answers this person may give now. */
    public List<Reports.Choice> open() {
        return choices.stream().filter(c -> c.refusal() == null).toList();
    }

    /** Answers that something stands in the way of. */
    public List<Reports.Choice> refused() {
        return choices.stream().filter(c -> c.refusal() != null).toList();
    }

    /** Who made a step: a person and his unit; the reporter and the clock have no name. */
    public String who(Step step) {
        String name = step.by() == 0 ? "" : people.getOrDefault(step.by(), "");
        String unit = step.from() == null ? "" : units.getOrDefault(step.from(), "");
        return name.isEmpty() || unit.isEmpty() ? name + unit : name + " · " + unit;
    }
}
