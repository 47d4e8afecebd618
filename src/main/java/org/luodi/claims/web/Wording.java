package org.luodi.claims.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.luodi.claims.ClaimMoves.State;
import org.luodi.claims.Ground;
import org.luodi.claims.Lever;
import org.luodi.organisation.UnitId;
import org.luodi.platform.web.Ui;
import org.luodi.programme.Programme;

/** The words for a claim's codes, in the language of the page. */
public record Wording(Ui ui, Programme programme, Map<UnitId, String> units) {

    public String state(State state) {
        return ui.text("claims.state." + state.word());
    }

    /** How the state is coloured; the word says it all the same. */
    public String tone(State state) {
        return switch (state) {
            case CLAIMED, CLAIMED_IN_PART, UPHELD -> "good";
            case REFUSED, DISMISSED -> "bad";
            case SENT, APPEALED -> "info";
            case WITHDRAWN -> "";
        };
    }

    public String lever(Lever lever) {
        return ui.text("claims.lever." + lever.word());
    }

    public String ground(Ground ground) {
        return ui.text("claims.ground." + ground.word());
    }

    public String category(int key) {
        return programme.category(key).map(c -> c.name().in(ui.language())).orElse("#" + key);
    }

    /** Every category with its name. */
    public Map<String, String> categories() {
        Map<String, String> options = new LinkedHashMap<>();
        programme.categories().forEach(c -> options.put(Integer.toString(c.key()), category(c.key())));
        return options;
    }

    /** The name of a unit; empty where none is meant. */
    public String unit(UnitId id) {
        return id == null ? "" : units.getOrDefault(id, "");
    }

    /** Every ground with its words. */
    public Map<String, String> grounds() {
        Map<String, String> options = new LinkedHashMap<>();
        for (Ground ground : Ground.values()) {
            options.put(ground.word(), ground(ground));
        }
        return options;
    }

    /** Every lever with its words. */
    public Map<String, String> levers() {
        Map<String, String> options = new LinkedHashMap<>();
        for (Lever lever : Lever.values()) {
            options.put(lever.word(), lever(lever));
        }
        return options;
    }
}
