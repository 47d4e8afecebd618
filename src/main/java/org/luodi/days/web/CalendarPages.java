package org.luodi.days.web;

import jakarta.servlet.http.HttpServletRequest;
import org.luodi.days.Calendars;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.Outward;
import org.luodi.platform.web.Exports;
import org.luodi.platform.web.Feeds;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendar feed, and its key. */
@Controller
class CalendarPages {

    private static final String ADDRESS = "/days/calendar.ics";
    private static final String HERE = "redirect:/days/reminders";

    private final Calendars calendars;
    private final Outward outward;
    private final Uis uis;

    CalendarPages(Calendars calendars, Outward outward, Uis uis) {
        this.calendars = calendars;
        this.outward = outward;
        this.uis = uis;
    }

    /** Whoever has the key needs no session: a calendar program cannot sign in. */
    @GetMapping(ADDRESS)
    ResponseEntity<byte[]> feed(
            @RequestParam(required = false) String key, WebRequest request, HttpServletRequest whole) {
        calendars.holder(key).ifPresent(actor -> Exports.takenBy(actor, whole));
        Ui ui = uis.now();
        var text = new CalendarText(
                outward.url(), ui.text("days.calendar.name"), stage -> ui.text("matters.stage." + stage.word()));
        return Feeds.answer(
                text.of(calendars.due(key)),
                "text/calendar;charset=UTF-8",
                CacheControl.noCache().cachePrivate(),
                request);
    }

    /** The address with its key is shown once, on the page that follows. */
    @PostMapping("/days/calendar")
    String create(Actor actor, RedirectAttributes next) {
        next.addFlashAttribute("address", outward.url() + ADDRESS + "?key=" + calendars.create(actor));
        return HERE;
    }

    @PostMapping("/days/calendar/revocation")
    String revoke(Actor actor, RedirectAttributes next) {
        calendars.revoke(actor);
        next.addFlashAttribute("done", "days.calendar.revoked");
        return HERE;
    }
}
