package org.luodi.matters.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luodi.matters.Corrections;
import org.luodi.matters.Matters;
import org.luodi.matters.Need;
import org.luodi.matters.Verb;
import org.luodi.platform.web.Ui;
import org.luodi.programme.Programme;

/**
 * The form of one move: what it needs, and what was typed already.
 *
 * @param missing levels that are asked to accept and have not
 * @param proposed the correction that waits for a second person
 */
public record MovePage(
        Matters.Told told,
        Matters.Choice choice,
        Map<String, String> typed,
        Programme programme,
        Set<String> missing,
        List<Corrections.Part> proposed) {

    public Verb verb() {
        return choice.move().verb();
    }

    /** What the form asks for, in a fixed order. */
    public List<Need> needs() {
        return choice.move().needed();
    }

    /** Levels that are asked to accept and have not. */
    public List<String> levels() {
        return missing.stream().sorted().toList();
    }

    /** Whether the move gives a reason anyway. */
    public boolean asksReason() {
        return choice.move().needs().contains(Need.REASON);
    }

    /** What was typed into a field, or what stands. */
    public String value(String name) {
        String given = typed.get(name);
        if (given != null) {
            return given;
        }
        return switch (name) {
            case "measures" ->
                choice.move().needs().contains(Need.MEASURES) ? told.detail().measures() : null;
            case "evidence" -> verb() == Verb.SETTLE ? told.detail().evidence() : null;
            case "lasting" -> told.detail().lasting();
            case "number" -> number();
            case "solved" -> verb() == Verb.REWORK ? "false" : "true";
            case "level" -> missing.size() == 1 ? levels().get(0) : null;
            case "due" ->
                choice.move().needs().contains(Need.DUE) && told.matter().due() != null
                        ? told.matter().due().toString()
                        : null;
            default -> null;
        };
    }

    /** Options with their texts, from a prefix of message keys. */
    public Map<String, String> words(String prefix, List<String> values, Ui ui) {
        Map<String, String> options = new LinkedHashMap<>();
        values.forEach(value -> options.put(value, ui.text(prefix + value)));
        return options;
    }

    /** The drives of the programme. */
    public Map<String, String> drives(Ui ui) {
        return new Labels(ui, programme).drives();
    }

    private String number() {
        Integer standing = verb() == Verb.JOIN_DRIVE
                ? told.matter().drive()
                : told.matter().importance();
        return standing == null ? null : standing.toString();
    }

    /** The version the person saw: after a conflict the one that stands now, once it has been shown. */
    public String version() {
        return typed.getOrDefault("version", Integer.toString(told.matter().version()));
    }
}
