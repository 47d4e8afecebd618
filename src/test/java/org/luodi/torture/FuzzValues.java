package org.luodi.torture;

import io.swagger.v3.oas.models.media.Schema;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** Values that a description allows, and others that nobody should send. */
final class FuzzValues {

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\u202e文字",
            "'; drop table matters.matter; --",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "${jndi:ldap://127.0.0.1/x}",
            "{{7*7}}",
            "%s%n%x",
            "=cmd|' /C calc'!A0",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
            "1".repeat(400),
            "2026-02-30",
            "99999-12-31",
            "-0001-01-01",
            "NaN",
            "1e400",
            "-1",
            "0",
            "9223372036854775807",
            "9223372036854775808",
            "2147483648",
            "null",
            "true",
            "[]",
            "😀".repeat(40));
    private static final int LONG = 3000;
    private static final int VERY_LONG = 300_000;
    private static final int FEW = 60;
    private static final int MANY = 3000;

    private final Random random;
    private final List<Integer> units;
    private final JsonMapper json = new JsonMapper();
    private String last = "";

    /** How long a text may be in the body under way: one very long one is enough. */
    private int longest = VERY_LONG;

    FuzzValues(long seed, List<Integer> units) {
        this.random = new Random(seed);
        this.units = units;
    }

    Random random() {
        return random;
    }

    /** The body sent last, shortened. */
    String last() {
        return last.length() > 400 ? last.substring(0, 400) + " …" : last;
    }

    /** A value for a place in an address. */
    String text(Schema<?> schema, String name) {
        Object value = random.nextInt(3) == 0 ? hostile(LONG) : valid(schema, name, 0);
        return String.valueOf(value);
    }

    /** A body: mostly of the right shape with a wrong value here and there, sometimes no JSON at all. */
    String json(Schema<?> schema) {
        longest = VERY_LONG;
        last = switch (random.nextInt(12)) {
            case 0 -> hostile(LONG);
            case 1 -> "[".repeat(5000);
            default -> json.writeValueAsString(valid(schema, "", 0));
        };
        return last;
    }

    /** A form with a file that is none of those that are expected, or bytes by chance. */
    byte[] upload() {
        var body = new ByteArrayOutputStream();
        byte[] content = new byte[random.nextInt(4000)];
        random.nextBytes(content);
        String name = random.nextBoolean() ? "x.xlsx" : "..\\x.csv";
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        last = name;
        return body.toByteArray();
    }

    private String hostile(int length) {
        if (random.nextInt(12) == 0) {
            longest = Math.min(longest, LONG);
            return (random.nextBoolean() ? "a" : "村").repeat(length / (random.nextBoolean() ? 1 : 10)) + "!";
        }
        return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    private Object valid(Schema<?> schema, String name, int depth) {
        if (schema == null || depth > 6 || depth > 0 && random.nextInt(8) == 0) {
            return random.nextInt(5) == 0 ? null : hostile(longest);
        }
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return schema.getEnum().get(random.nextInt(schema.getEnum().size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> whole(name);
            case "number" -> random.nextDouble() * 200 - 100;
            case "boolean" -> random.nextBoolean();
            default -> string(schema);
        };
    }

    private static String type(Schema<?> schema) {
        if (schema.getType() != null) {
            return schema.getType();
        }
        if (schema.getTypes() != null) {
            return schema.getTypes().stream()
                    .filter(t -> !t.equals("null"))
                    .findFirst()
                    .orElse("string");
        }
        return schema.getProperties() == null ? "string" : "object";
    }

    private Object object(Schema<?> schema, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> {
                if (random.nextInt(6) > 0) {
                    object.put(name, valid(property, name, depth + 1));
                }
            });
        }
        if (random.nextInt(10) == 0) {
            object.put("nobody", hostile(LONG));
        }
        return object;
    }

    private Object array(Schema<?> schema, int depth) {
        List<Object> all = new ArrayList<>();
        int size = random.nextInt(20) == 0 ? MANY : random.nextInt(4);
        longest = size == MANY ? FEW : longest;
        for (int i = 0; i < size; i++) {
            all.add(valid(schema.getItems(), "", depth + 1));
        }
        return all;
    }

    private Object whole(String name) {
        if (name.equals("unit")) {
            return units.get(random.nextInt(units.size()));
        }
        return switch (random.nextInt(8)) {
            case 0 -> Integer.MAX_VALUE;
            case 1 -> Long.MAX_VALUE;
            case 2 -> -1;
            case 3 -> 0;
            default -> 1 + random.nextInt(40);
        };
    }

    private Object string(Schema<?> schema) {
        if ("date".equals(schema.getFormat())) {
            return "2026-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
        }
        return random.nextBoolean() ? "修好路灯" : Integer.toString(random.nextInt(100));
    }
}
