package org.luodi.platform.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.luodi.platform.Refusal;

/** What every template can say: words, days, numbers, who is signed in, where one can go. */
public final class Ui {

    /** One way to go, named by a message key; current where the page is below it. */
    public record Way(String href, String key, boolean current) {}

    private final Messages messages;
    private final Locale locale;
    private final ZoneId zone;
    private final Visit visit;

    /**
     * The request this page answers.
     *
     * @param name display name, null where nobody is signed in
     * @param csrf token for forms
     * @param path with its query, to come back to after the language changed
     * @param large whether letters are to be larger
     * @param fragment whether only a part of the page is wanted
     */
    public record Visit(String name, String csrf, String path, boolean fragment, boolean large, List<Way> ways) {}

    Ui(Messages messages, Locale locale, ZoneId zone, Visit visit) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
        this.visit = visit;
    }

    public String text(String key, Object... args) {
        return messages.text(locale, key, args);
    }

    public String refusal(Refusal refusal) {
        return messages.text(locale, refusal.key(), refusal.args());
    }

    public String date(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    public String dateTime(Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone).format(at);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** {@code zh} or {@code en}. */
    public String language() {
        return Messages.isEnglish(locale) ? "en" : "zh";
    }

    /** For the {@code lang} attribute. */
    public String languageTag() {
        return Messages.isEnglish(locale) ? "en" : "zh-CN";
    }

    public boolean signedIn() {
        return visit.name() != null;
    }

    public String name() {
        return visit.name();
    }

    public String csrf() {
        return visit.csrf();
    }

    public String path() {
        return visit.path();
    }

    public boolean fragment() {
        return visit.fragment();
    }

    /** Whether letters are to be larger. */
    public boolean large() {
        return visit.large();
    }

    public List<Way> ways() {
        return visit.ways();
    }

    /** Whether one of the ways leads there: what somebody may not open is not offered either. */
    public boolean leadsTo(String href) {
        return ways().stream().anyMatch(way -> way.href().equals(href));
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return messages.has(key);
    }

    /** The address of a style sheet, script or picture of our own. */
    public String asset(String path) {
        return Assets.address(path);
    }
}
