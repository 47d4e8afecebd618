package org.luodi.programme;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luodi.platform.server.Bilingual;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a YAML file that knows its line; whatever is missing or wrong is noted, and reading goes on. */
record YamlNode(Node node, List<String> faults) {

    /** Notes what is wrong at this line, in the words of a message key. */
    void fault(String key, Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = node.getStartMark().getLine() + 1;
        System.arraycopy(args, 0, all, 1, args.length);
        faults.add(Bilingual.text("programme.fault." + key, all));
    }

    /** Notes each key that is not one of these. */
    void only(String... keys) {
        Set<String> known = Set.of(keys);
        for (NodeTuple tuple : tuples()) {
            String key = new YamlNode(tuple.getKeyNode(), faults).value();
            if (!known.contains(key)) {
                new YamlNode(tuple.getKeyNode(), faults).fault("key", key, String.join(", ", keys));
            }
        }
    }

    YamlNode child(String key) {
        Optional<Node> found = find(key);
        if (found.isEmpty()) {
            fault("missing", key);
        }
        return new YamlNode(found.orElse(node), found.isPresent() ? faults : new java.util.ArrayList<>());
    }

    String text(String key) {
        String value = find(key).map(n -> new YamlNode(n, faults).value()).orElse("");
        if (value.isBlank()) {
            fault("missing", key);
        }
        return value;
    }

    int number(String key, int least, int most) {
        return child(key).asNumber(key, least, most);
    }

    private int asNumber(String key, int least, int most) {
        try {
            int value = Integer.parseInt(value());
            if (value < least || value > most) {
                fault("range", key, least, most);
            }
            return value;
        } catch (NumberFormatException e) {
            fault("number", key);
            return 0;
        }
    }

    LocalDate day(String key) {
        return child(key).asDay(key);
    }

    /** The day that stands here; null where it is none, which is noted under the name of its key. */
    LocalDate asDay(String key) {
        try {
            return LocalDate.parse(value());
        } catch (DateTimeParseException e) {
            fault("day", key);
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
        found.map(n -> new YamlNode(n, faults)).orElse(this).fault("list", key);
        return List.of();
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    /** Words of a list, each one of those allowed; none where the key is absent. */
    List<String> words(String key, List<String> allowed) {
        if (!has(key)) {
            return List.of();
        }
        List<YamlNode> items = list(key);
        items.stream()
                .filter(i -> !allowed.contains(i.value()))
                .forEach(i -> i.fault("word", i.value(), String.join(", ", allowed)));
        return items.stream().map(YamlNode::value).toList();
    }

    /** A word that must be one of those allowed. */
    String oneOf(String key, List<String> allowed) {
        String value = text(key);
        if (!value.isBlank() && !allowed.contains(value)) {
            child(key).fault("word", value, String.join(", ", allowed));
        }
        return value;
    }

    /** Numbers of a list within bounds; none where the key is absent. */
    List<Integer> numbers(String key, int least, int most) {
        return has(key)
                ? list(key).stream().map(n -> n.asNumber(key, least, most)).toList()
                : List.of();
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
