package org.luodi.programme;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.luodi.organisation.UnitClasses;
import org.luodi.platform.server.Bilingual;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a programme file and tells every fault with its line: a programme with a doubtful rule must not start. */
final class ProgrammeFile {

    private static final List<String> LEVELS = UnitClasses.LEVELS;
    private static final List<String> CLASSES = UnitClasses.ALL;
    private static final String[] KEYS = {
        "id",
        "version",
        "name",
        "batches",
        "categories",
        "sources",
        "guidance",
        "rules",
        "due-days",
        "soft-limit",
        "acceptance",
        "claim-days",
        "appeal-days",
        "evaluation",
        "checks",
        "voice",
        "asking",
        "drives"
    };
    private static final List<String> ACCEPTING = List.of("county", "city", "industry");

    private static final List<String> YES_OR_NO = List.of("yes", "no");
    private static final List<String> AGAIN = List.of("same", "fresh");

    private final List<String> faults = new ArrayList<>();
    private final Set<Integer> above = new HashSet<>();

    private ProgrammeFile() {}

    static Programme read(String name, String text) {
        ProgrammeFile file = new ProgrammeFile();
        Programme programme = file.programme(name, text);
        if (!file.faults.isEmpty()) {
            throw new ProgrammeFault(name, file.faults);
        }
        return programme;
    }

    private Programme programme(String name, String text) {
        YamlNode top = new YamlNode(compose(name, text), faults);
        top.only(KEYS);
        return new Programme(
                top.text("id"),
                top.number("version", 1, 9999),
                words(top.child("name")),
                unique(top.list("batches"), this::batch),
                unique(top.list("categories"), this::category),
                unique(top.list("sources"), this::source),
                top.list("guidance").stream().map(this::guidance).toList(),
                top.list("rules").stream().map(this::rule).toList(),
                top.number("due-days", 1, 3650),
                top.number("soft-limit", 1, 100_000),
                top.words("acceptance", ACCEPTING),
                top.number("claim-days", 1, 250),
                top.number("appeal-days", 1, 250),
                top.oneOf("evaluation", YES_OR_NO).equals("yes"),
                top.numbers("checks", 1, 3650),
                voice(top),
                asking(top),
                top.has("drives") ? unique(top.list("drives"), this::drive) : List.of());
    }

    static Node compose(String name, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new ProgrammeFault(name, List.of(Bilingual.text("programme.fault.empty", 1)));
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new ProgrammeFault(name, List.of(Bilingual.text("programme.fault.yaml", line, e.getProblem())));
        }
    }

    private <T> List<T> unique(List<YamlNode> nodes, Function<YamlNode, T> read) {
        Set<Integer> keys = new HashSet<>();
        for (YamlNode node : nodes) {
            int key = node.number("key", 1, 9999);
            if (key > 0 && !keys.add(key)) {
                node.fault("twice", key);
            }
        }
        return nodes.stream().map(read).toList();
    }

    private Programme.Batch batch(YamlNode node) {
        node.only("key", "name", "start", "end", "levels");
        LocalDate start = node.day("start");
        LocalDate end = node.day("end");
        if (start != null && end != null && !end.isAfter(start)) {
            node.fault("order", end.toString(), start.toString());
        }
        return new Programme.Batch(
                node.number("key", 1, 9999), words(node.child("name")), start, end, node.words("levels", LEVELS));
    }

    private Programme.Term category(YamlNode node) {
        node.only("key", "name", "definition", "parent", "need");
        Integer parent = node.has("parent") ? (Integer) node.number("parent", 1, 9999) : null;
        int key = node.number("key", 1, 9999);
        if (parent != null && !above.contains(parent)) {
            node.fault("parent", parent);
        }
        above.add(key);
        return new Programme.Term(
                key,
                words(node.child("name")),
                words(node.child("definition")),
                parent,
                node.has("need") && "true".equals(node.text("need")));
    }

    private Programme.Term source(YamlNode node) {
        node.only("key", "name");
        return new Programme.Term(node.number("key", 1, 9999), words(node.child("name")), null, null, false);
    }

    private Programme.Guidance guidance(YamlNode node) {
        node.only("name", "classes", "levels", "focus", "reason");
        return new Programme.Guidance(
                words(node.child("name")),
                node.words("classes", CLASSES),
                node.words("levels", LEVELS),
                words(node.child("focus")),
                words(node.child("reason")));
    }

    private Programme.Drive drive(YamlNode node) {
        node.only("key", "name", "theme", "lead", "scope", "categories", "checklist");
        return new Programme.Drive(
                node.number("key", 1, 9999),
                words(node.child("name")),
                words(node.child("theme")),
                node.text("lead"),
                node.text("scope"),
                node.numbers("categories", 1, 9999),
                node.list("checklist").stream().map(this::words).toList());
    }

    /** A file that says nothing of the public has its first source and the usual days. */
    private Programme.Voice voice(YamlNode top) {
        List<Integer> sources = new YamlNode(top.node(), new ArrayList<>())
                .list("sources").stream().map(s -> s.number("key", 1, 9999)).toList();
        if (!top.has("voice")) {
            return new Programme.Voice(sources.isEmpty() ? 1 : sources.get(0), 5, 3, 3);
        }
        YamlNode node = top.child("voice");
        node.only("source", "take-days", "hand-back-days", "decide-days");
        int source = node.number("source", 1, 9999);
        if (!sources.contains(source)) {
            node.fault("source", source);
        }
        return new Programme.Voice(
                source,
                node.number("take-days", 1, 250),
                node.number("hand-back-days", 1, 250),
                node.number("decide-days", 1, 250));
    }

    /** A file that says nothing of asking has the usual numbers. */
    private static Programme.Asking asking(YamlNode top) {
        if (!top.has("asking")) {
            return Programme.Asking.USUAL;
        }
        YamlNode node = top.child("asking");
        node.only("window-days", "sample", "minimum", "again", "rest-days");
        return new Programme.Asking(
                node.number("window-days", 1, 90),
                node.number("sample", 0, 1000),
                node.number("minimum", 1, 1000),
                node.oneOf("again", AGAIN).equals("fresh"),
                node.number("rest-days", 0, 365));
    }

    private Programme.Rule rule(YamlNode node) {
        node.only("key", "text");
        return new Programme.Rule(node.text("key"), words(node.child("text")));
    }

    private Programme.Words words(YamlNode node) {
        node.only("zh", "en");
        return new Programme.Words(node.text("zh"), node.text("en"));
    }
}
