package org.luodi.matters.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.luodi.matters.Kind;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.Stage;
import org.luodi.platform.web.Ui;
import org.luodi.programme.Programme;
import org.luodi.programme.Programme.Term;

/** The words for a matter's codes, in the language of the page. */
public record Labels(Ui ui, Programme programme) {

    public String stage(Stage stage) {
        return ui.text("matters.stage." + stage.word());
    }

    /** How the stage is coloured; the word says it all the same. */
    public String tone(Stage stage) {
        return switch (stage) {
            case CLOSED, CONFIRMED -> "good";
            case RETURNED, RELAPSED -> "bad";
            case ACTING, SETTLED -> "info";
            default -> "";
        };
    }

    public String category(int key) {
        return programme.category(key).map(this::name).orElse("#" + key);
    }

    public String source(int key) {
        return programme.source(key).map(this::name).orElse("#" + key);
    }

    /** What a part of a correction says: codes by their names, anything else as it was written. */
    public String said(String field, String value) {
        if (value == null) {
            return ui.text("matters.unwritten");
        }
        return switch (field) {
            case "category" -> category(Integer.parseInt(value));
            case "source" -> source(Integer.parseInt(value));
            default -> value;
        };
    }

    public String batch(int key) {
        return programme.batch(key).map(b -> b.name().in(ui.language())).orElse("#" + key);
    }

    public String drive(int key) {
        return programme.drive(key).map(d -> d.name().in(ui.language())).orElse("#" + key);
    }

    public Map<String, String> drives() {
        Map<String, String> options = new LinkedHashMap<>();
        programme
                .drives()
                .forEach(d -> options.put(Integer.toString(d.key()), d.name().in(ui.language())));
        return options;
    }

    public Map<String, String> kinds() {
        return words("matters.kind.", Kind.words().toArray(String[]::new));
    }

    /** Moves that are made for many at once. */
    public Map<String, String> bulk() {
        Map<String, String> options = new LinkedHashMap<>();
        Bulk.VERBS.forEach(v -> options.put(v.noun(), ui.text("matters.verb." + v.word())));
        return options;
    }

    public Map<String, String> stages() {
        Map<String, String> options = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            options.put(stage.word(), stage(stage));
        }
        return options;
    }

    /** Categories, those below another one behind its name. */
    public Map<String, String> categories() {
        Map<String, String> options = new LinkedHashMap<>();
        for (Term term : programme.categories()) {
            String above = term.parent() == null ? "" : category(term.parent()) + " / ";
            options.put(Integer.toString(term.key()), above + name(term));
        }
        return options;
    }

    public Map<String, String> sources() {
        Map<String, String> options = new LinkedHashMap<>();
        programme.sources().forEach(s -> options.put(Integer.toString(s.key()), name(s)));
        return options;
    }

    public Map<String, String> batches() {
        Map<String, String> options = new LinkedHashMap<>();
        programme
                .batches()
                .forEach(b -> options.put(Integer.toString(b.key()), b.name().in(ui.language())));
        return options;
    }

    /** Options whose texts are keys below a prefix. */
    public Map<String, String> words(String prefix, String... values) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String value : values) {
            options.put(value, ui.text(prefix + value));
        }
        return options;
    }

    /** What one filter of a list says, as on its chip. */
    public String chip(String name, MatterFilter filter) {
        String value = filter.query().get(name);
        String shown = switch (name) {
            case "stage" -> ui.text("matters.stage." + value);
            case "category" -> category(filter.category());
            case "source" -> source(filter.source());
            case "batch" -> batch(filter.batch());
            case "drive" -> drive(filter.drive());
            case "kind" -> ui.text("matters.kind." + value);
            case "line", "due", "open", "reopened", "waits", "sort" -> ui.text("matters.filter." + name + "." + value);
            default -> value;
        };
        return ui.text("matters.filter." + name) + " " + shown;
    }

    private String name(Term term) {
        return term.name().in(ui.language());
    }
}
