package org.luodi.matters.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Parameter;
import org.luodi.platform.web.Forms;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Raising a matter: a minute on a phone. */
@Controller
class Raise {

    private static final int BELOW = 100;

    private final Matters matters;
    private final Units units;
    private final Codes codes;
    private final Programmes programmes;
    private final Asking asking;
    private final Forms forms;
    private final Clock clock;

    Raise(Matters matters, Around around, Asking asking, Forms forms) {
        this.matters = matters;
        this.units = around.units();
        this.codes = around.codes();
        this.programmes = around.programmes();
        this.clock = around.clock();
        this.asking = asking;
        this.forms = forms;
    }

    /** What the form looks at. */
    @Component
    record Around(Units units, Codes codes, Programmes programmes, Clock clock) {}

    @GetMapping("/matters/new")
    String form(@RequestParam Map<String, String> typed, Scope scope, Model model) {
        Map<String, String> filled = new HashMap<>(typed);
        LocalDate today = LocalDate.now(clock);
        Programme programme = programmes.current();
        filled.putIfAbsent("due", today.plusDays(programme.dueDays()).toString());
        programme.batchOn(today).ifPresent(b -> filled.putIfAbsent("batch", Integer.toString(b.key())));
        return show(filled, scope, model);
    }

    @PostMapping("/matters")
    String raise(@RequestParam Map<String, String> typed, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> {
                    MatterId id = raise(new Asking.Form(typed), scope);
                    return "redirect:/matters/" + id.value();
                },
                () -> show(typed, scope, model));
    }

    private MatterId raise(Asking.Form form, Scope scope) {
        return matters.raise(asking.draft(form, unit(form, scope)), scope);
    }

    /** A code that was typed goes before the unit that was chosen. */
    private UnitId unit(Asking.Form form, Scope scope) {
        String code = form.text("code");
        return code == null ? new UnitId(form.number("unit")) : codes.unit(code, scope);
    }

    private String show(Map<String, String> typed, Scope scope, Model model) {
        UnitId home = scope.home();
        Integer asked = Parameter.number("unit", typed.get("unit"));
        List<Unit> choice = new ArrayList<>();
        choice.add(units.visible(asked == null ? home : new UnitId(asked), scope));
        if (asked != null && asked != home.value()) {
            choice.add(units.visible(home, scope));
        }
        units.children(home, Line.TERRITORIAL, scope, null, BELOW).rows().stream()
                .filter(u -> asked == null || u.id().value() != asked)
                .forEach(choice::add);
        model.addAttribute("page", new RaisePage(choice, programmes.current(), typed));
        return "matters/new";
    }
}
