package org.luodi.platform.web;

import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.SecondSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own second step: setting it up, new recovery codes, removing it. */
@Controller
class SecondStepPages {

    private static final String HERE = "redirect:/me/second";

    private final SecondSteps steps;
    private final Forms forms;

    SecondStepPages(SecondSteps steps, Forms forms) {
        this.steps = steps;
        this.forms = forms;
    }

    @Bean
    static Own secondStep() {
        return new Own(1, "/me/second", "platform.second");
    }

    @GetMapping("/me/second")
    String page(Actor actor, Model model) {
        model.addAttribute("step", steps.of(actor.id()));
        model.addAttribute("enrolment", steps.enrolment(actor).orElse(null));
        return "platform/second";
    }

    @PostMapping("/me/second/enrolments")
    String enrol(Actor actor, Model model) {
        return change(actor, model, () -> steps.enrol(actor));
    }

    @PostMapping("/me/second/confirmation")
    String confirm(@RequestParam String code, Actor actor, Model model, RedirectAttributes next) {
        return change(actor, model, () -> next.addFlashAttribute("codes", steps.confirm(actor, code)));
    }

    @PostMapping("/me/second/codes")
    String renew(@RequestParam String code, Actor actor, Model model, RedirectAttributes next) {
        return change(actor, model, () -> next.addFlashAttribute("codes", steps.renewCodes(actor, code)));
    }

    @PostMapping("/me/second/removal")
    String remove(@RequestParam String code, Actor actor, Model model, RedirectAttributes next) {
        return change(actor, model, () -> {
            steps.remove(actor, code);
            next.addFlashAttribute("done", "platform.second.removed");
        });
    }

    private String change(Actor actor, Model model, Runnable work) {
        return forms.answer(
                model,
                () -> {
                    work.run();
                    return HERE;
                },
                () -> page(actor, model));
    }
}
