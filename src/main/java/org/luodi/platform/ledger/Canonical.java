package org.luodi.platform.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        try {
            return MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
