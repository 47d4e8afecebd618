package org.luodi.days.web;

import java.util.List;
import java.util.Map;
import org.luodi.days.Calendars;
import org.luodi.days.Digest;
import org.luodi.days.Digests;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.web.Forms;
import org.luodi.platform.web.Own;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How one wants to be reminded outside these pages; everything is off until it is chosen. */
@Controller
class ReminderPages {

    private static final String HERE = "redirect:/days/reminders";
    private static final int HOUR = 8;

    private final Calendars calendars;
    private final Digests digests;
    private final Accounts accounts;
    private final Forms forms;

    ReminderPages(Calendars calendars, Digests digests, Accounts accounts, Forms forms) {
        this.calendars = calendars;
        this.digests = digests;
        this.accounts = accounts;
        this.forms = forms;
    }

    /** Its place on one's own page. */
    @Bean
    static Own reminders() {
        return new Own(10, "/days/reminders", "days.reminders");
    }

    @GetMapping("/days/reminders")
    String show(Actor actor, Model model) {
        Digest digest = digests.of(actor).orElse(null);
        if (!model.containsAttribute("form")) {
            model.addAttribute(
                    "form",
                    digest == null
                            ? new MailForm("", HOUR, null)
                            : new MailForm(digest.address(), digest.hour(), digest.language()));
        }
        model.addAttribute("digest", digest);
        model.addAttribute("possible", digests.isPossible());
        model.addAttribute("calendar", calendars.since(actor).orElse(null));
        return "days/reminders";
    }

    @PostMapping("/days/mail")
    String ask(MailForm form, Actor actor, Model model, RedirectAttributes next) {
        return forms.answer(
                model,
                () -> {
                    digests.ask(actor, form.address(), form.hour() == null ? 0 : form.hour(), form.language());
                    next.addFlashAttribute("done", "days.mail.asked");
                    return HERE;
                },
                () -> {
                    model.addAttribute("form", form);
                    return show(actor, model);
                });
    }

    @PostMapping("/days/mail/end")
    String stop(Actor actor, RedirectAttributes next) {
        digests.stop(actor);
        next.addFlashAttribute("done", "days.mail.stopped");
        return HERE;
    }

    /** For administrators: what could not be sent, and why. */
    @GetMapping("/days/mail/failures")
    String failures(Actor actor, Model model) {
        List<Digest> failures = digests.failures(actor);
        Map<Long, String> names =
                accounts.names(failures.stream().map(Digest::account).toList());
        model.addAttribute("failures", failures);
        model.addAttribute("names", names);
        model.addAttribute("possible", digests.isPossible());
        return "days/failures";
    }
}
