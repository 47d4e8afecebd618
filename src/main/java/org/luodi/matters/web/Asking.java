package org.luodi.matters.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luodi.matters.Command;
import org.luodi.matters.Corrections;
import org.luodi.matters.Detail;
import org.luodi.matters.Kind;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Task;
import org.luodi.matters.Verb;
import org.luodi.matters.Verdict;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Typed;
import org.springframework.stereotype.Component;

/** Turns what a form or a JSON body asks for into a call of the facade. */
@Component
class Asking {

    private final Matters matters;
    private final Corrections corrections;

    Asking(Matters matters, Corrections corrections) {
        this.matters = matters;
        this.corrections = corrections;
    }

    /** A JSON object read like a form; nested values are not asked for anywhere and are refused where a number is due. */
    static Form form(Map<String, Object> body) {
        return new Form(Typed.of(body).values());
    }

    NewMatter draft(Form form) {
        return draft(form, new UnitId(form.number("unit")));
    }

    NewMatter draft(Form form, UnitId unit) {
        Detail detail = Words.changed(Detail.titled(form.text("title")), form);
        return new NewMatter(
                        form.text("number"),
                        unit,
                        form.number("category"),
                        form.number("source"),
                        form.number("batch"),
                        form.day("raised"),
                        form.day("due"),
                        detail)
                .with(kind(form), "true".equals(form.text("marked")), form.numberOrNull("drive"));
    }

    private static Kind kind(Form form) {
        String word = form.text("kind");
        return word == null
                ? Kind.PROBLEM
                : Kind.of(word).orElseThrow(() -> Refusal.of("matters.refused.parameter", "kind"));
    }

    /** Makes a move; unit and other matter come as numbers. */
    Matters.Told make(Moves.Route route, Form form, Scope scope) {
        MatterId id = new MatterId(route.id());
        Integer unit = form.numberOrNull("unit");
        Integer other = form.numberOrNull("other");
        return make(
                id,
                new Wanted(
                        verb(route.noun()),
                        unit == null ? null : new UnitId(unit),
                        other == null ? null : new MatterId(other)),
                form,
                scope);
    }

    /** The verb with the unit and the matter it looks at, found already. */
    record Wanted(Verb verb, UnitId unit, MatterId other) {}

    Matters.Told make(MatterId id, Wanted wanted, Form form, Scope scope) {
        Command command = form.command(wanted.verb(), wanted.unit(), wanted.other());
        switch (wanted.verb()) {
            case ADD_TASK ->
                matters.addTask(id, form.number("version"), form.task().by(wanted.unit()), scope);
            case FINISH_TASK -> matters.finishTask(id, form.number("version"), form.done(), scope);
            case PROPOSE_CORRECTION ->
                corrections.propose(id, command, Correct.amendment(matters.visible(id, scope), form), scope);
            default -> matters.move(id, command, scope);
        }
        return matters.visible(id, scope);
    }

    /** Raising and amending have doors of their own. */
    static Verb verb(String noun) {
        return Verb.ofNoun(noun).filter(Verb::isAsked).orElseThrow(() -> new NotFound("move", noun));
    }

    /** What somebody typed into a form, read with a plain refusal for each thing that makes no sense. */
    record Form(Map<String, String> typed) {

        String text(String name) {
            return new Typed(typed).text(name);
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
                return text(name) == null ? null : Parameter.day(text(name));
            } catch (DateTimeException e) {
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
                    new Command.Said(text("measures"), text("fixed"), text("lasting"), text("basis"), text("evidence")),
                    text("level"),
                    text("solved") == null ? null : verdict(),
                    numberOrNull("number"));
        }

        private Verdict verdict() {
            return new Verdict(
                    yes("solved"),
                    text("satisfied") == null ? null : yes("satisfied"),
                    text("fits") == null ? null : yes("fits"),
                    text("way"),
                    day("received"));
        }

        private boolean yes(String name) {
            String value = text(name);
            if (!List.of("true", "false").contains(value)) {
                throw Refusal.of("matters.refused.parameter", name);
            }
            return Boolean.parseBoolean(value);
        }

        Task task() {
            return Task.of(text("what"), text("who"), day("due"));
        }

        Task done() {
            return Task.done(number("task"), text("evidence"), text("answer"));
        }
    }
}
