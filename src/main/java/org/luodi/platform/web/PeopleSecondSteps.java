package org.luodi.platform.web;

import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.SecondSteps;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second step of others, for administrators: asking for it, and removing it for whoever has lost the phone. */
@Controller
class PeopleSecondSteps {

    private final SecondSteps steps;
    private final PeoplePages pages;

    PeopleSecondSteps(SecondSteps steps, PeoplePages pages) {
        this.steps = steps;
        this.pages = pages;
    }

    @PostMapping("/people/{id}/second-step/requirement")
    String require(@PathVariable long id, Actor by, Model model, RedirectAttributes next) {
        next.addFlashAttribute("done", "platform.person.done.required");
        return pages.change(id, model, () -> steps.require(id, true, by));
    }

    @PostMapping("/people/{id}/second-step/release")
    String release(@PathVariable long id, Actor by, Model model, RedirectAttributes next) {
        next.addFlashAttribute("done", "platform.person.done.released");
        return pages.change(id, model, () -> steps.require(id, false, by));
    }

    @PostMapping("/people/{id}/second-step/removal")
    String reset(@PathVariable long id, Actor by, Model model, RedirectAttributes next) {
        next.addFlashAttribute("done", "platform.person.done.second");
        return pages.change(id, model, () -> steps.reset(id, by));
    }
}
