package org.luodi.programme;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a YAML file that knows its line; whatever is missing or wrong is noted, and reading goes on. */
record YamlNode(Node node, List<String> faults) {

    void fault(String what) {
        faults.add("line " + (node.getStartMark().getLine() + 1) + ": " + what);
    }

    /** Notes each key that is not one of these. */
    void only(String... keys) {
        Set<String> known = Set.of(keys);
        for (NodeTuple tuple : tuples()) {
            String key = new YamlNode(tuple.getKeyNode(), faults).value();
            if (!known.contains(key)) {
                new YamlNode(tuple.getKeyNode(), faults)
                        .fault("\"" + key + "\" is not known here; known: " + String.join(", ", keys));
            }
        }
    }

    YamlNode child(String key) {
        Optional<Node> found = find(key);
        if (found.isEmpty()) {
            fault("\"" + key + "\" is missing");
        }
        return new YamlNode(found.orElse(node), found.isPresent() ? faults : new java.util.ArrayList<>());
    }

    String text(String key) {
        String value = find(key).map(n -> new YamlNode(n, faults).value()).orElse("");
        if (value.isBlank()) {
            fault("\"" + key + "\" is missing");
        }
        return value;
    }

    int number(String key, int least, int most) {
        YamlNode child = child(key);
        try {
            int value = Integer.parseInt(child.value());
            if (value < least || value > most) {
                child.fault("\"" + key + "\" must lie between " + least + " and " + most);
            }
            return value;
        } catch (NumberFormatException e) {
            child.fault("\"" + key + "\" must be a whole number");
            return 0;
        }
    }

    LocalDate day(String key) {
        YamlNode child = child(key);
        try {
            return LocalDate.parse(child.value());
        } catch (DateTimeParseException e) {
            child.fault("\"" + key + "\" must be a day such as 2026-09-01");
            return null;
        }
    }

    List<YamlNode> list(String key) {
        Optional<Node> found = find(key);
        if (found.isPresent()
                && found.get() instanceof SequenceNode sequence
                && !sequence.getValue().isEmpty()) {
            return sequence.getValue().stream()
                    .map(n -> new YamlNode(n, faults))
                    .toList();
        }
        found.map(n -> new YamlNode(n, faults))
                .orElse(this)
                .fault("\"" + key + "\" must be a list with at least one element");
        return List.of();
    }

    String value() {
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    private Optional<Node> find(String key) {
        return tuples().stream()
                .filter(t -> new YamlNode(t.getKeyNode(), faults).value().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private List<NodeTuple> tuples() {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }
}
