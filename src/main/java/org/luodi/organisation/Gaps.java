package org.luodi.organisation;

import java.util.List;
import java.util.stream.Stream;

/** Why nobody answers for a unit, as bits on its row (mechanisms 5). */
public final class Gaps {

    public static final int NO_SUPERIOR = 1;
    public static final int NO_INDUSTRY_SUPERIOR = 2;
    public static final int NO_POST = 4;

    /** One reason, as it stands in a URL. */
    public enum Kind {
        superior(NO_SUPERIOR),
        industry(NO_INDUSTRY_SUPERIOR),
        post(NO_POST);

        private final int bit;

        Kind(int bit) {
            this.bit = bit;
        }

        public int bit() {
            return bit;
        }

        /** The key of its text. */
        public String key() {
            return "organisation.gap." + name();
        }
    }

    private Gaps() {}

    /** Message keys of the reasons. */
    public static List<String> reasons(int gaps) {
        return kinds(gaps).map(Kind::key).toList();
    }

    /** The reasons as they stand in a URL. */
    public static List<String> words(int gaps) {
        return kinds(gaps).map(Kind::name).toList();
    }

    private static Stream<Kind> kinds(int gaps) {
        return Stream.of(Kind.values()).filter(k -> (gaps & k.bit) != 0);
    }
}
