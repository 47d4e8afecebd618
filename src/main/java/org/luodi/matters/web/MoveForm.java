package org.luodi.matters.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.luodi.matters.Command;
import org.luodi.matters.MatterId;
import org.luodi.matters.Task;
import org.luodi.matters.Verb;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;

/** What somebody typed into a form, read with a plain refusal for each thing that makes no sense. */
record MoveForm(Map<String, String> typed) {

    String text(String name) {
        String value = typed.get(name);
        return value == null || value.isBlank() ? null : value.strip().replace("\r\n", "\n");
    }

    int number(String name) {
        Integer value = numberOrNull(name);
        if (value == null) {
            throw Refusal.of("matters.refused.parameter", name);
        }
        return value;
    }

    Integer numberOrNull(String name) {
        try {
            return text(name) == null ? null : Integer.valueOf(text(name));
        } catch (NumberFormatException e) {
            throw Refusal.of("matters.refused.parameter", name);
        }
    }

    LocalDate day(String name) {
        try {
            return text(name) == null ? null : LocalDate.parse(text(name));
        } catch (DateTimeParseException e) {
            throw Refusal.of("matters.refused.day", text(name));
        }
    }

    /** The move that the form asks for; unit and other matter have been looked up already. */
    Command command(Verb verb, UnitId unit, MatterId other) {
        return new Command(
                verb,
                number("version"),
                text("note"),
                day("due"),
                unit,
                other,
                text("measures"),
                text("fixed"),
                text("lasting"),
                text("basis"));
    }

    Task task() {
        return new Task(0, text("what"), text("who"), day("due"), null, null);
    }

    Task done() {
        return new Task(number("task"), null, null, null, null, text("evidence"));
    }
}
