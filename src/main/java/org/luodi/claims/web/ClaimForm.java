package org.luodi.claims.web;

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
import org.luodi.platform.web.Typed;

/** A claim, or an answer to one, as it was typed or put into a JSON object. */
record ClaimForm(Typed typed) {

    /** In a JSON object a list stands for words between commas. */
    static ClaimForm of(Map<String, ?> body) {
        Map<String, Object> flat = new HashMap<>(body);
        flat.replaceAll((name, value) -> value instanceof Collection<?> many
                ? String.join(",", many.stream().map(String::valueOf).toList())
                : value);
        return new ClaimForm(Typed.of(flat));
    }

    private UnitId unit(String name) {
        Integer number = typed.number(name);
        return number == null ? null : new UnitId(number);
    }

    Lever lever() {
        return typed.one("lever", Lever::of, Lever.words());
    }

    /** One matter, or many between commas. */
    List<MatterId> matters() {
        List<MatterId> ids = new ArrayList<>();
        Long one = typed.id("matter");
        if (one != null) {
            ids.add(new MatterId(one));
        }
        String many = typed.text("matters");
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
        return new NewClaim(unit("unit"), unit("asked"), lever(), typed.text("evidence"), matters());
    }

    Answer answer(Verb verb, MatterId root) {
        Long version = typed.id("version");
        if (version == null) {
            throw Refusal.parameter("claims.refused.version", "version");
        }
        boolean named = root != null || typed.text("title") != null || typed.text("due") != null;
        return new Answer(
                verb,
                version.intValue(),
                typed.one("ground", Ground::of, Ground.words()),
                typed.text("words"),
                typed.text("stays"),
                named ? new Answer.Root(root, typed.text("title"), typed.day("due")) : null);
    }
}
