package org.luodi.days.web;

import java.util.List;
import java.util.function.Function;
import org.luodi.matters.Matter;
import org.luodi.matters.Stage;
import org.luodi.matters.Waiting;
import org.luodi.platform.exchange.DayCalendar;

/**
 * Due days as a calendar.
 *
 * @param url where the installation is reached
 * @param name of the calendar
 * @param stages words of the stages
 */
record CalendarText(String url, String name, Function<Stage, String> stages) {

    String of(List<Waiting.Found> found) {
        return DayCalendar.text(name, found.stream().map(this::event).toList());
    }

    private DayCalendar.Event event(Waiting.Found found) {
        Matter matter = found.matter();
        return new DayCalendar.Event(
                "matter-" + matter.id().value(),
                matter.changedAt(),
                matter.version(),
                matter.due(),
                matter.number() + " " + found.title(),
                stages.apply(matter.stage()),
                url + "/matters/" + matter.id().value());
    }
}
