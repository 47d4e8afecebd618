package org.luodi.days;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.luodi.matters.DayRow;
import org.luodi.organisation.UnitId;
import org.luodi.platform.web.Messages;

/**
 * The mail of a day: what waits, in the order of the page, each with its link. Plain text, nothing in it reports back.
 *
 * @param url where the installation is reached
 */
record DigestText(Messages messages, Locale locale, String url, LocalDate today) {

    String subject() {
        return text("days.mail.subject", today);
    }

    String of(List<Days.Part> parts, Map<UnitId, String> units) {
        StringBuilder mail = new StringBuilder(text("days.mail.greeting")).append("\n");
        for (Days.Part part : parts) {
            mail.append("\n").append(text(part.title())).append("\n");
            part.rows().forEach(row -> mail.append(row(row, units)));
            if (part.more()) {
                mail.append("  ")
                        .append(text("days.all"))
                        .append(" ")
                        .append(url)
                        .append(part.all())
                        .append("\n");
            }
        }
        return mail.append("\n")
                .append(text("days.mail.more", url + "/days"))
                .append("\n")
                .append(text("days.mail.stop", url + "/days/reminders"))
                .append("\n")
                .toString();
    }

    private String row(DayRow row, Map<UnitId, String> units) {
        String number = row.number() == null ? "" : row.number() + " ";
        String unit = row.unit() == null ? "" : units.getOrDefault(row.unit(), "") + " ";
        return "- " + number + row.title() + "\n  " + unit + due(row) + "\n  " + url + row.href() + "\n";
    }

    private String due(DayRow row) {
        if (row.due() == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(today, row.due());
        return days < 0 ? text("days.due.over", -days) : days == 0 ? text("days.due.today") : text("days.due.in", days);
    }

    private String text(String key, Object... args) {
        return messages.text(locale, key, args);
    }
}
