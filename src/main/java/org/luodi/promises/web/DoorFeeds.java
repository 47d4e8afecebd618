package org.luodi.promises.web;

import java.util.List;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.exchange.DayCalendar;
import org.luodi.platform.server.Outward;
import org.luodi.platform.web.Feeds;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.luodi.promises.OpenDoors;
import org.luodi.promises.PublicState;
import org.luodi.promises.Shown;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** A unit's promises for feed readers and calendars, without an account. */
@RestController
class DoorFeeds {

    private static final int ENTRIES = 50;
    private static final int DAYS = 200;
    private static final CacheControl PUBLIC = CacheControl.noCache().cachePublic();

    private final OpenDoors doors;
    private final Units units;
    private final Outward outward;
    private final Uis uis;

    DoorFeeds(OpenDoors doors, Units units, Outward outward, Uis uis) {
        this.doors = doors;
        this.units = units;
        this.outward = outward;
        this.uis = uis;
    }

    @GetMapping("/promises/units/{id}/feed.atom")
    ResponseEntity<byte[]> atom(@PathVariable int id, WebRequest request) {
        return feed(id, new Format("atom_1.0", "application/atom+xml;charset=UTF-8"), request);
    }

    @GetMapping("/promises/units/{id}/feed.rss")
    ResponseEntity<byte[]> rss(@PathVariable int id, WebRequest request) {
        return feed(id, new Format("rss_2.0", "application/rss+xml;charset=UTF-8"), request);
    }

    private record Format(String name, String media) {}

    private ResponseEntity<byte[]> feed(int id, Format format, WebRequest request) {
        Unit unit = unit(id);
        Ui ui = uis.now();
        FeedText text =
                new FeedText(ui, outward.url(), "/promises/units/" + id, ui.text("promises.unit.title", unit.name()));
        List<Shown> newest = doors.of(unit, false, null, ENTRIES).rows();
        return Feeds.answer(text.of(newest, format.name()), format.media(), PUBLIC, request);
    }

    /** The days by which what is still to be solved is promised. */
    @GetMapping("/promises/units/{id}/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable int id, WebRequest request) {
        Unit unit = unit(id);
        Ui ui = uis.now();
        List<DayCalendar.Event> events = doors.of(unit, false, null, DAYS).rows().stream()
                .filter(s -> s.due() != null)
                .filter(s -> s.state() != PublicState.SOLVED && s.state() != PublicState.NOT_TAKEN)
                .map(s -> event(ui, s))
                .toList();
        String text = DayCalendar.text(ui.text("promises.unit.title", unit.name()), events);
        return Feeds.answer(text, "text/calendar;charset=UTF-8", PUBLIC, request);
    }

    private DayCalendar.Event event(Ui ui, Shown shown) {
        return new DayCalendar.Event(
                "promise-" + shown.promise().id(),
                shown.told().matter().changedAt(),
                shown.told().matter().version(),
                shown.due(),
                shown.promise().title(),
                ui.text("promises.state." + shown.state().word()),
                outward.url() + "/promises/" + shown.promise().id());
    }

    private Unit unit(int id) {
        return units.find(new UnitId(id)).orElseThrow(() -> new NotFound("unit", id));
    }
}
