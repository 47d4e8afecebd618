package org.luodi.matters.web;

import java.util.List;
import java.util.Map;
import org.luodi.matters.Matters;
import org.luodi.matters.Need;
import org.luodi.matters.Verb;

/** The form of one move: what it needs, and what was typed already. */
public record MovePage(Matters.Told told, Matters.Choice choice, Map<String, String> typed) {

    public Verb verb() {
        return choice.move().verb();
    }

    /** What the form asks for, in a fixed order. */
    public List<Need> needs() {
        return choice.move().needed();
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
            case "lasting" -> told.detail().lasting();
            case "due" ->
                choice.move().needs().contains(Need.DUE) && told.matter().due() != null
                        ? told.matter().due().toString()
                        : null;
            default -> null;
        };
    }

    /** The version the person saw: after a conflict the one that stands now, once it has been shown. */
    public String version() {
        return typed.getOrDefault("version", Integer.toString(told.matter().version()));
    }
}
