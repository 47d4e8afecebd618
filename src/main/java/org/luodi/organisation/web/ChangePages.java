package org.luodi.organisation.web;

import java.util.List;
import java.util.Map;
import org.luodi.organisation.Scope;
import org.luodi.organisation.TreeChange;
import org.luodi.organisation.TreeChanges;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Changes of a unit, each a form, then what it touches, then done. */
@Controller
class ChangePages {

    private final TreeChanges changes;
    private final ChangeRequests requests;
    private final Units units;
    private final Forms forms;

    ChangePages(TreeChanges changes, ChangeRequests requests, Units units, Forms forms) {
        this.changes = changes;
        this.requests = requests;
        this.units = units;
        this.forms = forms;
    }

    @GetMapping("/units/{id}/changes/{verb:add|rename|move|merge|split|close}")
    String form(@PathVariable int id, @PathVariable String verb, Scope scope, Model model) {
        Unit unit = units.visible(new UnitId(id), scope);
        ChangeForm empty = ChangeForm.of(unit.version(), verb.equals("rename") ? unit.name() : null);
        model.addAttribute("children", changes.childrenToGive(unit.id(), scope));
        return show(unit, verb, empty, model);
    }

    /** Shows what the change would touch; once that was seen, makes it. */
    @PostMapping("/units/{id:\\d{1,9}}/changes/{verb:add|rename|move|merge|split|close}")
    String change(
            @PathVariable Map<String, String> path, @ModelAttribute("form") ChangeForm form, Scope scope, Model model) {
        String verb = path.get("verb");
        Unit unit = units.visible(new UnitId(Integer.parseInt(path.get("id"))), scope);
        return forms.answer(
                model,
                () -> {
                    TreeChange change = requests.read(verb, unit.id(), form, scope);
                    if (form.confirmed()) {
                        return "redirect:/units/" + changes.make(change, scope).value();
                    }
                    model.addAttribute("impact", changes.preview(change, scope));
                    return show(unit, verb, form, model);
                },
                () -> {
                    model.addAttribute("children", changes.childrenToGive(unit.id(), scope));
                    return show(unit, verb, form, model);
                });
    }

    private String show(Unit unit, String verb, ChangeForm form, Model model) {
        model.addAttribute("unit", unit);
        model.addAttribute("verb", verb);
        model.addAttribute("form", form);
        if (!model.containsAttribute("children")) {
            model.addAttribute("children", List.of());
        }
        return "organisation/change";
    }
}
