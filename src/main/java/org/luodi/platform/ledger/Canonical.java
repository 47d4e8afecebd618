package org.luodi.platform.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.luodi.platform.Digest;
import tools.jackson.databind.json.JsonMapper;

/** One spelling of a change, so that its digest can be computed again from the stored row. */
final class Canonical {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Canonical() {}

    static String json(Object value) {
        return JSON.writeValueAsString(sorted(value));
    }

    static byte[] digest(Change change, String body) {
        String line = String.join(
                "\n",
                Long.toString(change.at().toEpochMilli()),
                Long.toString(change.actor().id()),
                String.valueOf(change.actingUnit()),
                change.about().kind(),
                Long.toString(change.about().id()),
                change.verb(),
                change.reach().territorial().toString(),
                change.reach().industry().toString(),
                body);
        return Digest.of(line);
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> tree = new TreeMap<>();
            map.forEach((k, v) -> tree.put(String.valueOf(k), sorted(v)));
            return tree;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Canonical::sorted).toList();
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
