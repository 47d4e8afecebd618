package org.luodi.days.web;

import java.util.List;
import java.util.Map;
import org.luodi.days.Webhook;
import org.luodi.days.Webhooks;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Webhooks and what became of what was sent, for administrators. */
@Controller
class WebhookPages {

    private static final int ROWS = 50;

    private final Webhooks webhooks;
    private final Units units;
    private final Forms forms;

    WebhookPages(Webhooks webhooks, Units units, Forms forms) {
        this.webhooks = webhooks;
        this.units = units;
        this.forms = forms;
    }

    @GetMapping("/days/webhooks")
    String list(Scope scope, Model model) {
        return show(WebhookForm.at(home(scope)), scope, model);
    }

    @PostMapping("/days/webhooks")
    String create(WebhookForm form, Scope scope, Model model, RedirectAttributes next) {
        return forms.answer(
                model,
                () -> {
                    var made = webhooks.create(
                            new Webhooks.Draft(form.name(), form.unit(), form.url(), form.verb()), scope);
                    next.addFlashAttribute("secret", made.secret());
                    return here(made.id());
                },
                () -> show(form, scope, model));
    }

    @GetMapping("/days/webhooks/{id}")
    String one(@PathVariable long id, @RequestParam(required = false) String cursor, Scope scope, Model model) {
        Webhook webhook = webhooks.one(id, scope);
        model.addAttribute("webhook", webhook);
        model.addAttribute("unit", units.find(webhook.unit()).orElseThrow());
        model.addAttribute("log", webhooks.log(id, scope, cursor, ROWS));
        model.addAttribute("paged", cursor != null);
        return "days/webhook";
    }

    @PostMapping("/days/webhooks/{id}/activity")
    String active(@PathVariable long id, @RequestParam boolean active, Scope scope) {
        webhooks.active(id, active, scope);
        return here(id);
    }

    @PostMapping("/days/webhooks/{id}/end")
    String end(@PathVariable long id, Scope scope) {
        webhooks.end(id, scope);
        return "redirect:/days/webhooks";
    }

    @PostMapping("/days/webhooks/{id}/tests")
    String test(@PathVariable long id, Scope scope) {
        webhooks.test(id, scope);
        return here(id);
    }

    @PostMapping("/days/webhooks/{id}/deliveries/{delivery}/repeats")
    String again(@PathVariable long id, @PathVariable long delivery, Scope scope) {
        webhooks.again(id, delivery, scope);
        return here(id);
    }

    private String show(WebhookForm form, Scope scope, Model model) {
        List<Webhook> all = webhooks.list(scope);
        List<UnitId> shown = all.stream().map(Webhook::unit).distinct().toList();
        Map<UnitId, String> names = units.names(shown);
        model.addAttribute("webhooks", all);
        model.addAttribute("names", names);
        model.addAttribute("form", form);
        model.addAttribute("offered", webhooks.offered());
        return "days/webhooks";
    }

    private String home(Scope scope) {
        return scope.grants().stream()
                .filter(g -> g.role() == Role.SYSTEM_ADMIN)
                .map(Grant::unit)
                .findFirst()
                .flatMap(units::find)
                .map(Unit::code)
                .orElse("");
    }

    private static String here(long id) {
        return "redirect:/days/webhooks/" + id;
    }
}
