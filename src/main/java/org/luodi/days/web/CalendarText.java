package org.luodi.days.web;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateStart;
import biweekly.property.ProductId;
import biweekly.property.Transparency;
import biweekly.util.Duration;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.luodi.matters.Matter;
import org.luodi.matters.Stage;
import org.luodi.matters.Waiting;

/**
 * Due days as an iCalendar (RFC 5545): an event of a whole day for each matter. The same matters make the same text, so that a
 * reader who has it need not fetch it again.
 *
 * @param url where the installation is reached
 * @param name of the calendar
 * @param stages words of the stages
 */
record CalendarText(String url, String name, Function<Stage, String> stages) {

    /** A line may have 75 octets; a Chinese character takes three. */
    private static final int LINE = 24;

    String of(List<Waiting.Found> found) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(new ProductId("-//Luodi//Luodi//ZH"));
        calendar.setName(name);
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
        calendar.setRefreshInterval(Duration.builder().hours(1).build()).setParameter("VALUE", "DURATION");
        found.forEach(f -> calendar.addEvent(event(f)));
        return text(calendar);
    }

    private VEvent event(Waiting.Found found) {
        Matter matter = found.matter();
        VEvent event = new VEvent();
        event.setUid("matter-" + matter.id().value() + "@luodi");
        event.setDateTimeStamp(Date.from(matter.changedAt()));
        event.setLastModified(Date.from(matter.changedAt()));
        event.setSequence(matter.version());
        event.setDateStart(new DateStart(day(matter.due()), false));
        event.setDuration(Duration.builder().days(1).build());
        event.setSummary(matter.number() + " " + found.title());
        event.setDescription(stages.apply(matter.stage()));
        event.setUrl(url + "/matters/" + matter.id().value());
        event.setTransparency(Transparency.transparent());
        return event;
    }

    /** The library counts days in the zone of the machine. */
    private static Date day(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    private static String text(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(LINE);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
