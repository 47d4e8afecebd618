package org.luodi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.HalfWay;
import org.luodi.platform.identity.SecondSteps;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second step of a sign-in: the code, or setting it up where it is required and was not yet. */
@Controller
class HalfWayPages {

    private static final String HERE = "redirect:/sign-in/second";

    private final HalfWay half;
    private final SecondSteps steps;
    private final Forms forms;

    HalfWayPages(HalfWay half, SecondSteps steps, Forms forms) {
        this.half = half;
        this.steps = steps;
        this.forms = forms;
    }

    @GetMapping("/sign-in/second")
    String page(Model model) {
        return waiting(actor -> {
            model.addAttribute("step", steps.of(actor.id()));
            model.addAttribute("enrolment", steps.enrolment(actor).orElse(null));
            return "platform/second-step";
        });
    }

    @PostMapping("/sign-in/second")
    String pass(@RequestParam String code, Model model, HttpServletRequest request, HttpServletResponse response) {
        return waiting(actor ->
                forms.answer(model, () -> "redirect:" + half.pass(actor, code, request, response), () -> page(model)));
    }

    @PostMapping("/sign-in/second/enrolments")
    String enrol(Model model) {
        return waiting(actor -> forms.answer(
                model,
                () -> {
                    steps.enrol(actor);
                    return HERE;
                },
                () -> page(model)));
    }

    /** Lets in, to the page that shows the recovery codes. */
    @PostMapping("/sign-in/second/confirmation")
    String confirm(
            @RequestParam String code,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return waiting(actor -> forms.answer(
                model,
                () -> {
                    next.addFlashAttribute("codes", half.setUp(actor, code, request, response));
                    return "redirect:/me/second";
                },
                () -> page(model)));
    }

    /** For whoever has typed the password; others begin with that. */
    private String waiting(Function<Actor, String> work) {
        return half.waiting().map(work).orElse("redirect:/sign-in");
    }
}
