package org.luodi.voice.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.voice.Ground;
import org.luodi.voice.NewReport;
import org.luodi.voice.ReportAnswer;
import org.luodi.voice.Verb;
import org.luodi.voice.Way;

/** What an office typed into a form, or put into a JSON object, read with a plain refusal for each thing that makes no sense. */
record DeskForm(Map<String, String> values) {

    /** A JSON object read like a form. */
    static DeskForm of(Map<String, Object> body) {
        Map<String, String> values = new HashMap<>();
        body.forEach((name, value) -> values.put(name, value == null ? "" : value.toString()));
        return new DeskForm(values);
    }

    String text(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value.strip().replace("\r\n", "\n");
    }

    Long number(String name) {
        try {
            return text(name) == null ? null : Long.valueOf(text(name));
        } catch (NumberFormatException e) {
            throw Parameter.notANumber(name, text(name));
        }
    }

    UnitId unit(String name) {
        Integer number = Parameter.number(name, text(name));
        return number == null ? null : new UnitId(number);
    }

    private LocalDate day(String name) {
        try {
            return text(name) == null ? null : LocalDate.parse(text(name));
        } catch (DateTimeParseException e) {
            throw Parameter.notADay(name, text(name));
        }
    }

    private Ground ground() {
        String word = text("ground");
        return word == null
                ? null
                : Ground.of(word).orElseThrow(() -> Parameter.notOneOf("ground", word, Ground.words()));
    }

    /** What somebody says who has no device of his own, or none at hand. */
    NewReport report() {
        String word = text("way");
        List<String> ways = Way.proxies().stream().map(Way::word).toList();
        if (word == null) {
            throw Refusal.of("voice.refused.way");
        }
        Way way = Way.of(word).filter(Way.proxies()::contains).orElseThrow(() -> Parameter.notOneOf("way", word, ways));
        return NewReport.of(unit("unit"), text("text"))
                .by(way)
                .in(Parameter.number("category", text("category")))
                .aboutHandler(text("itself") != null && !"false".equals(text("itself")))
                .wished(text("deed") != null && !"false".equals(text("deed")))
                .reachedAt(text("contact"), text("circle") != null && !"false".equals(text("circle")))
                .once(text("once"));
    }

    /** An answer; the matter has been looked up. */
    ReportAnswer answer(Verb verb, MatterId matter) {
        Integer version = Parameter.number("version", text("version"));
        if (version == null) {
            throw Refusal.parameter("voice.refused.version", "version");
        }
        ReportAnswer.Draft draft = new ReportAnswer.Draft(
                text("title"),
                text("symptoms"),
                Parameter.number("category", text("category")),
                day("due"),
                new Detail.Own(null, text("affected"), text("outcome"), null));
        return new ReportAnswer(verb, version, ground(), text("words"), unit("unit"), matter, draft);
    }
}
