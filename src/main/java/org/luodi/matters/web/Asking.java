package org.luodi.matters.web;

import java.util.HashMap;
import java.util.Map;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Verb;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.NotFound;
import org.springframework.stereotype.Component;

/** Turns what a form or a JSON body asks for into a call of the facade. */
@Component
class Asking {

    private final Matters matters;

    Asking(Matters matters) {
        this.matters = matters;
    }

    /** A JSON object read like a form; nested values are not asked for anywhere and are refused where a number is due. */
    static MoveForm form(Map<String, Object> body) {
        Map<String, String> typed = new HashMap<>();
        body.forEach((name, value) -> typed.put(name, value == null ? "" : value.toString()));
        return new MoveForm(typed);
    }

    NewMatter draft(MoveForm form) {
        return draft(form, new UnitId(form.number("unit")));
    }

    NewMatter draft(MoveForm form, UnitId unit) {
        Detail detail = Words.changed(Detail.titled(form.text("title")), form);
        return new NewMatter(
                form.text("number"),
                unit,
                form.number("category"),
                form.number("source"),
                form.number("batch"),
                form.day("raised"),
                form.day("due"),
                detail);
    }

    /** Makes a move; unit and other matter come as numbers. */
    Matters.Told make(Moves.Route route, MoveForm form, Scope scope) {
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

    Matters.Told make(MatterId id, Wanted wanted, MoveForm form, Scope scope) {
        switch (wanted.verb()) {
            case ADD_TASK -> matters.addTask(id, form.number("version"), form.task(), scope);
            case FINISH_TASK -> matters.finishTask(id, form.number("version"), form.done(), scope);
            default -> matters.move(id, form.command(wanted.verb(), wanted.unit(), wanted.other()), scope);
        }
        return matters.visible(id, scope);
    }

    /** Raising and amending have doors of their own. */
    static Verb verb(String noun) {
        return Verb.ofNoun(noun)
                .filter(v -> v != Verb.RAISE && v != Verb.AMEND)
                .orElseThrow(() -> new NotFound("move", noun));
    }
}
