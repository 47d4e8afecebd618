package org.luodi.platform.exchange;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;

/**
 * Days as an iCalendar (RFC 5545): an event of a whole day for each. The same events make the same text, so that a reader who
 * has it need not fetch it again.
 */
public final class DayCalendar {

    /** A line may have 75 octets; a Chinese character takes three. */
    private static final int LINE = 24;

    private DayCalendar() {}

    /**
     * One whole day.
     *
     * @param uid unique in the installation, the same as long as the thing is the same
     * @param changedAt when what it tells of last changed
     * @param version grows with every change
     * @param description one word, or a few
     * @param url the page it stands on
     */
    public record Event(
            String uid,
            Instant changedAt,
            int version,
            LocalDate day,
            String summary,
            String description,
            String url) {}

    /** The calendar of this name as text. */
    public static String text(String name, List<Event> events) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(new ProductId("-//Luodi//Luodi//ZH"));
        calendar.setName(name);
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
        calendar.setRefreshInterval(Duration.builder().hours(1).build()).setParameter("VALUE", "DURATION");
        events.forEach(e -> calendar.addEvent(event(e)));
        return text(calendar);
    }

    private static VEvent event(Event given) {
        VEvent event = new VEvent();
        event.setUid(given.uid() + "@luodi");
        event.setDateTimeStamp(Date.from(given.changedAt()));
        event.setLastModified(Date.from(given.changedAt()));
        event.setSequence(given.version());
        event.setDateStart(new DateStart(day(given.day()), false));
        event.setDuration(Duration.builder().days(1).build());
        event.setSummary(given.summary());
        event.setDescription(given.description());
        event.setUrl(given.url());
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
