package org.luodi.claims;

import java.util.List;
import java.util.Optional;
import org.luodi.platform.Worded;

/** Why a claim may be refused: one of these, with a written basis; there is no other. */
public enum Ground implements Worded {
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

    public static Optional<Ground> of(String word) {
        return Worded.of(Ground.class, word);
    }

    public static List<String> words() {
        return Worded.words(Ground.class);
    }
}
