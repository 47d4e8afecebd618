package org.luodi.programme;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a programme file and tells every fault with its line: a programme with a doubtful rule must not start. */
final class ProgrammeFile {

    private final List<String> faults = new ArrayList<>();

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
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        Node root;
        try {
            root = new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new ProgrammeFault(name, List.of("line " + line + ": " + e.getProblem()));
        }
        if (root == null) {
            throw new ProgrammeFault(name, List.of("line 1: the file is empty"));
        }
        YamlNode top = new YamlNode(root, faults);
        top.only(
                "id",
                "version",
                "name",
                "due-days",
                "soft-limit",
                "batches",
                "categories",
                "sources",
                "guidance",
                "rules");
        Programme programme = new Programme(
                top.text("id"),
                top.text("version"),
                words(top.child("name")),
                top.number("due-days", 1, 3650),
                top.number("soft-limit", 1, 100_000),
                unique(top.list("batches"), this::batch),
                unique(top.list("categories"), this::term),
                unique(top.list("sources"), this::term),
                top.list("guidance").stream().map(this::guidance).toList(),
                top.list("rules").stream().map(this::rule).toList());
        return programme;
    }

    private <T> List<T> unique(List<YamlNode> nodes, Function<YamlNode, T> read) {
        Set<Integer> keys = new HashSet<>();
        for (YamlNode node : nodes) {
            int key = node.number("key", 1, 9999);
            if (key > 0 && !keys.add(key)) {
                node.fault("the key " + key + " stands twice");
            }
        }
        return nodes.stream().map(read).toList();
    }

    private Programme.Batch batch(YamlNode node) {
        node.only("key", "name", "start", "end", "levels");
        LocalDate start = node.day("start");
        LocalDate end = node.day("end");
        if (start != null && end != null && !end.isAfter(start)) {
            node.fault("the end " + end + " is not after the start " + start);
        }
        List<String> levels = node.list("levels").stream().map(YamlNode::value).toList();
        return new Programme.Batch(node.number("key", 1, 9999), words(node.child("name")), start, end, levels);
    }

    private Programme.Term term(YamlNode node) {
        node.only("key", "name");
        return new Programme.Term(node.number("key", 1, 9999), words(node.child("name")));
    }

    private Programme.Guidance guidance(YamlNode node) {
        node.only("class", "focus", "reason");
        return new Programme.Guidance(node.text("class"), words(node.child("focus")), words(node.child("reason")));
    }

    private Programme.Rule rule(YamlNode node) {
        node.only("mechanism", "text");
        return new Programme.Rule(node.number("mechanism", 1, 70), words(node.child("text")));
    }

    private Programme.Words words(YamlNode node) {
        node.only("zh", "en");
        return new Programme.Words(node.text("zh"), node.text("en"));
    }
}
