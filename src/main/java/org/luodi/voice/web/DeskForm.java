package org.luodi.voice.web;

import java.util.List;
import java.util.Map;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Typed;
import org.luodi.voice.Ground;
import org.luodi.voice.NewReport;
import org.luodi.voice.ReportAnswer;
import org.luodi.voice.Verb;
import org.luodi.voice.Way;

/** A report, or an answer to one, as an office typed it or put it into a JSON object. */
record DeskForm(Typed typed) {

    static DeskForm of(Map<String, ?> body) {
        return new DeskForm(Typed.of(body));
    }

    UnitId unit(String name) {
        Integer number = typed.number(name);
        return number == null ? null : new UnitId(number);
    }

    /** What somebody says who has no device of his own, or none at hand. */
    NewReport report() {
        String word = typed.text("way");
        List<String> ways = Way.proxies().stream().map(Way::word).toList();
        if (word == null) {
            throw Refusal.of("voice.refused.way");
        }
        Way way = Way.of(word).filter(Way.proxies()::contains).orElseThrow(() -> Parameter.notOneOf("way", word, ways));
        return NewReport.of(unit("unit"), typed.text("text"))
                .by(way)
                .in(typed.number("category"))
                .aboutHandler(typed.yes("itself"))
                .wished(typed.yes("deed"))
                .reachedAt(typed.text("contact"), typed.yes("circle"))
                .once(typed.text("once"));
    }

    /** An answer; the matter has been looked up. */
    ReportAnswer answer(Verb verb, MatterId matter) {
        Integer version = typed.number("version");
        if (version == null) {
            throw Refusal.parameter("voice.refused.version", "version");
        }
        ReportAnswer.Draft draft = new ReportAnswer.Draft(
                typed.text("title"),
                typed.text("symptoms"),
                typed.number("category"),
                typed.day("due"),
                new Detail.Own(null, typed.text("affected"), typed.text("outcome"), null));
        return new ReportAnswer(
                verb,
                version,
                typed.one("ground", Ground::of, Ground.words()),
                typed.text("words"),
                unit("unit"),
                matter,
                draft);
    }
}
