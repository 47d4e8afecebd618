package org.luodi.voice.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.luodi.organisation.UnitId;
import org.luodi.platform.web.Ui;
import org.luodi.programme.Programme;
import org.luodi.voice.Ground;
import org.luodi.voice.Stage;
import org.luodi.voice.Verb;
import org.luodi.voice.Way;

/** The words for a report's codes, as offices read them, in the language of the page. */
public record DeskWording(Ui ui, Programme programme, Map<UnitId, String> units) {

    public String stage(Stage stage) {
        return ui.text("voice.stage." + stage.word());
    }

    /** How the stage is coloured; the word says it all the same. */
    public String tone(Stage stage) {
        return switch (stage) {
            case TAKEN, JOINED -> "good";
            case DISPUTED, CHECKING -> "warn";
            case RECEIVED, PASSED_ON -> "info";
            case ALONGSIDE, WITHDRAWN, SET_ASIDE -> "";
        };
    }

    public String verb(Verb verb) {
        return ui.text("voice.verb." + verb.word());
    }

    public String past(Verb verb) {
        return ui.text("voice.desk.past." + verb.word());
    }

    public String way(Way way) {
        return ui.text("voice.desk.way." + way.word());
    }

    public String ground(Ground ground) {
        return ui.text("voice.desk.ground." + ground.word());
    }

    public String category(Integer key) {
        return key == null
                ? ui.text("voice.desk.category.none")
                : programme.category(key).map(c -> c.name().in(ui.language())).orElse("#" + key);
    }

    /** The name of a unit; empty where none is meant. */
    public String unit(UnitId id) {
        return id == null ? "" : units.getOrDefault(id, "");
    }

    /** Every category with its name. */
    public Map<String, String> categories() {
        Map<String, String> options = new LinkedHashMap<>();
        programme.categories().forEach(c -> options.put(Integer.toString(c.key()), category(c.key())));
        return options;
    }

    /** Every ground with its words. */
    public Map<String, String> grounds() {
        Map<String, String> options = new LinkedHashMap<>();
        Stream.of(Ground.values()).forEach(g -> options.put(g.word(), ground(g)));
        return options;
    }

    /** How somebody tells an office what it writes down. */
    public Map<String, String> proxies() {
        Map<String, String> options = new LinkedHashMap<>();
        Way.proxies().forEach(w -> options.put(w.word(), way(w)));
        return options;
    }

    /** The stages in which a unit still has to answer. */
    public List<Stage> open() {
        return Stream.of(Stage.values()).filter(Stage::isOpen).toList();
    }
}
