package org.luodi.voice;

import java.util.Locale;
import org.luodi.platform.Refusal;

/**
 * A phone number or a mail address in its one spelling.
 *
 * @param kind {@code phone} or {@code mail}
 */
record Address(String kind, String plain) {

    private static final int LONGEST = 200;

    /** Reads what was typed, or says what is wrong with it. */
    static Address of(String typed) {
        String narrow = PersonalData.narrow(typed).strip();
        if (narrow.length() > LONGEST) {
            throw Refusal.of("voice.refused.contact");
        }
        if (narrow.matches("[^\\s@<>\",;]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")) {
            return new Address("mail", narrow.toLowerCase(Locale.ROOT));
        }
        String digits = narrow.replaceAll("[\\s()\\-–—.·]", "").replaceFirst("^(\\+86|0086)", "");
        if (!digits.matches("1[3-9]\\d{9}|0\\d{9,11}|\\+\\d{8,15}")) {
            throw Refusal.of("voice.refused.contact");
        }
        return new Address("phone", digits);
    }

    /** Whether somebody knows it who should: the last four figures of a phone, or the whole mail address. */
    boolean isKnownTo(String typed) {
        String narrow = PersonalData.narrow(typed == null ? "" : typed).strip();
        return kind.equals("mail")
                ? plain.equals(narrow.toLowerCase(Locale.ROOT))
                : narrow.matches("\\d{4}") && plain.endsWith(narrow);
    }

    @Override
    public String toString() {
        return kind;
    }
}
