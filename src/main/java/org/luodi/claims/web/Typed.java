package org.luodi.claims.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luodi.claims.Answer;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.claims.Ground;
import org.luodi.claims.Lever;
import org.luodi.claims.NewClaim;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;

/** What somebody typed into a form, or put into a JSON object, read with a plain refusal for each thing that makes no sense. */
record Typed(Map<String, String> values) {

    /** A JSON object read like a form; a list becomes words between commas. */
    static Typed of(Map<String, Object> body) {
        Map<String, String> values = new HashMap<>();
        body.forEach((name, value) -> values.put(name, text(value)));
        return new Typed(values);
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> many) {
            return String.join(",", many.stream().map(String::valueOf).toList());
        }
        return value == null ? "" : value.toString();
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

    private UnitId unit(String name) {
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

    Lever lever() {
        String word = text("lever");
        return word == null ? null : Lever.of(word).orElseThrow(() -> Parameter.notOneOf("lever", word, Lever.words()));
    }

    private Ground ground() {
        String word = text("ground");
        return word == null
                ? null
                : Ground.of(word).orElseThrow(() -> Parameter.notOneOf("ground", word, Ground.words()));
    }

    /** One matter, or many between commas. */
    List<MatterId> matters() {
        List<MatterId> ids = new ArrayList<>();
        Long one = number("matter");
        if (one != null) {
            ids.add(new MatterId(one));
        }
        String many = text("matters");
        for (String id : many == null ? new String[0] : many.split(",")) {
            try {
                ids.add(new MatterId(Long.parseLong(id.strip())));
            } catch (NumberFormatException e) {
                throw Parameter.notANumber("matters", id);
            }
        }
        return ids;
    }

    NewClaim claim() {
        return new NewClaim(unit("unit"), unit("asked"), lever(), text("evidence"), matters());
    }

    Answer answer(Verb verb, MatterId root) {
        Long version = number("version");
        if (version == null) {
            throw Refusal.parameter("claims.refused.version", "version");
        }
        boolean named = root != null || text("title") != null || text("due") != null;
        return new Answer(
                verb,
                version.intValue(),
                ground(),
                text("words"),
                text("stays"),
                named ? new Answer.Root(root, text("title"), day("due")) : null);
    }
}
