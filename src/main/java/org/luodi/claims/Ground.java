package org.luodi.claims;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a claim may be refused: one of these, with a written basis; there is no other. */
public enum Ground {
    /** The unit has no power over it. */
    NOT_OUR_POWER,
    /** The rule is right and needed as it is. */
    RULE_IS_RIGHT,
    /** There is no money for it this year. */
    NO_BUDGET,
    /** It belongs to another unit. */
    ANOTHER_UNIT,
    /** The facts are not as they were told. */
    FACTS_DIFFER;

    /** As in the database, in URLs and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Ground> of(String word) {
        return Stream.of(values()).filter(g -> g.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Stream.of(values()).map(Ground::word).toList();
    }
}
