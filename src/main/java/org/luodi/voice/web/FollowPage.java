package org.luodi.voice.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luodi.matters.Matters;
import org.luodi.organisation.UnitId;
import org.luodi.voice.Following;
import org.luodi.voice.Report;
import org.luodi.voice.ReportMoves;
import org.luodi.voice.Step;
import org.luodi.voice.Verb;
import org.luodi.voice.Voices;

/**
 * A report as its reporter sees it.
 *
 * @param photos their numbers
 * @param matter what it became; null before, and where it was withdrawn
 * @param lines what other modules have to say
 * @param names of the units that occur
 * @param categories key to name
 */
public record FollowPage(
        Voices.Told told,
        List<Integer> photos,
        Matters.Told matter,
        List<Following.Line> lines,
        Map<UnitId, String> names,
        Map<String, String> categories,
        LocalDate today) {

    /** Steps that are for the office's eyes: what was suspected and not confirmed is nobody's story. */
    private static final List<Verb> INNER = List.of(Verb.SUSPECT);

    public Report report() {
        return told.report();
    }

    /** The name of its category, or null. */
    public String category() {
        Integer key = report().category();
        return key == null ? null : categories.get(key.toString());
    }

    public String name(UnitId unit) {
        return unit == null ? "" : names.getOrDefault(unit, "");
    }

    /** The unit that has to do the next step. */
    public String asked() {
        return name(matter == null ? report().asked() : matter.matter().unit());
    }

    /** What happened, newest first. */
    public List<Step> way() {
        return told.way().stream().filter(s -> !INNER.contains(s.verb())).toList();
    }

    /** The day of the next step, or null. */
    public LocalDate due() {
        return matter == null ? report().due() : matter.matter().due();
    }

    public boolean late() {
        boolean waits = matter == null || matter.matter().stage().isOpen();
        return waits && due() != null && due().isBefore(today);
    }

    /** In which words it is told where it stands: the report's stage, or that of the matter it became. */
    public String state() {
        return matter == null
                ? report().stage().word()
                : "matter." + matter.matter().stage().word();
    }

    public boolean may(Verb verb) {
        return ReportMoves.find(report().stage(), verb).isPresent();
    }
}
