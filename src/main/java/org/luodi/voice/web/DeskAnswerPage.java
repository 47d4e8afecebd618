package org.luodi.voice.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luodi.programme.Programme;
import org.luodi.search.UnitSearch;
import org.luodi.voice.Report;
import org.luodi.voice.ReportMoves.Need;
import org.luodi.voice.Reports;
import org.luodi.voice.Verb;
import org.luodi.voice.Written;

/**
 * The form of one answer.
 *
 * @param places units to choose from: those on its way, and those that were looked for
 * @param matters open matters it can join: number to number and title
 * @param due the day a new matter gets if nobody names another
 */
public record DeskAnswerPage(
        Reports.Told told,
        Reports.Choice choice,
        List<UnitSearch.Hit> places,
        Map<String, String> matters,
        LocalDate due,
        Programme programme,
        Map<String, String> typed) {

    private static final Set<Need> WORDS = Set.of(Need.BASIS, Need.REASON);

    public Report report() {
        return told.report();
    }

    public Verb verb() {
        return choice.move().verb();
    }

    public boolean asks(Need need) {
        return choice.move().needs().contains(need);
    }

    /** The need that the words answer, or null where there is none. */
    public Need words() {
        return choice.move().needed().stream()
                .filter(WORDS::contains)
                .findFirst()
                .orElse(null);
    }

    /** What was typed into a field, or what is proposed. */
    public String value(String name) {
        String given = typed.get(name);
        if (given != null) {
            return given;
        }
        return switch (name) {
            case "symptoms" ->
                told.words().stream().findFirst().map(Written::text).orElse(null);
            case "category" ->
                report().category() == null ? null : report().category().toString();
            case "due" -> due.toString();
            default -> null;
        };
    }

    public static boolean isChosen(UnitSearch.Hit hit, Map<String, String> typed) {
        return Integer.toString(hit.unit().id().value()).equals(typed.get("unit"));
    }

    /** The version the person saw: after a conflict the one that stands now, once it has been shown. */
    public String version() {
        return typed.getOrDefault("version", Integer.toString(report().version()));
    }
}
