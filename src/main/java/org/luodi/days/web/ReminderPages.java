package org.luodi.days.web;

import org.luodi.days.Calendars;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.web.Own;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How one wants to be reminded outside these pages; everything is off until it is chosen. */
@Controller
class ReminderPages {

    private final Calendars calendars;

    ReminderPages(Calendars calendars) {
        this.calendars = calendars;
    }

    /** Its place on one's own page. */
    @Bean
    static Own reminders() {
        return new Own(10, "/days/reminders", "days.reminders");
    }

    @GetMapping("/days/reminders")
    String show(Actor actor, Model model) {
        model.addAttribute("calendar", calendars.since(actor).orElse(null));
        return "days/reminders";
    }
}
