package org.luodi.platform.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.luodi.platform.identity.Actor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry with all that is kept of it, as it is sealed, exported and verified.
 *
 * @param body as the database writes it
 */
record Line(
        Place place,
        Instant at,
        long actor,
        Integer actingUnit,
        Subject about,
        String verb,
        String body,
        Reach reach,
        byte[] digest) {

    private static final JsonMapper PLAIN = JsonMapper.builder().build();
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /**
     * One spelling of everything: JSON in UTF-8 on one line, keys in the order of their letters. Its hash is the leaf. The number of the
     * transaction belongs to one cluster and is left out: where an entry stands is proved by the tree.
     */
    byte[] canonical() {
        Map<String, Object> all = new TreeMap<>();
        all.put("id", place.id());
        all.put("at", at.toString());
        all.put("actor", actor);
        all.put("unit", actingUnit);
        all.put("kind", about.kind());
        all.put("subject", about.id());
        all.put("verb", verb);
        all.put("body", EXACT.readValue(body, Object.class));
        all.put("territorial", reach.territorial());
        all.put("industry", reach.industry());
        all.put("digest", HexFormat.of().formatHex(digest));
        return Canonical.json(all).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what {@link #canonical} wrote. */
    static Line read(String canonical) {
        JsonNode all = EXACT.readTree(canonical);
        return new Line(
                new Place(0, all.required("id").asLong()),
                Instant.parse(all.required("at").asString()),
                all.required("actor").asLong(),
                all.required("unit").isNull() ? null : all.required("unit").asInt(),
                new Subject(
                        all.required("kind").asString(), all.required("subject").asLong()),
                all.required("verb").asString(),
                all.required("body").toString(),
                new Reach(units(all.required("territorial")), units(all.required("industry"))),
                HexFormat.of().parseHex(all.required("digest").asString()));
    }

    private static List<Integer> units(JsonNode array) {
        return array.valueStream().map(JsonNode::asInt).toList();
    }

    byte[] leaf() {
        return TreeHash.leaf(canonical());
    }

    /**
     * Whether the digest that was written with the entry is still the one of its content. Nanoseconds were once rounded up by the
     * database after the digest was made, so a time on a full millisecond may stand for the end of the one before.
     */
    boolean isAsWritten() {
        String said = Canonical.json(PLAIN.readValue(body, Object.class));
        return isDigest(at, said) || at.getNano() % 1_000_000 == 0 && isDigest(at.minusMillis(1), said);
    }

    private boolean isDigest(Instant time, String said) {
        Change change = new Change(time, new Actor(actor, ""), actingUnit, about, verb, Map.of(), reach);
        return Arrays.equals(digest, Canonical.digest(change, said));
    }
}
