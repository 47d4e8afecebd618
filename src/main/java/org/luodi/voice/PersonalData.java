package org.luodi.voice;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luodi.platform.Worded;

/** Finds in a free text what tells who somebody is: numbers of phones, identity cards and bank cards, and mail addresses. */
public final class PersonalData {

    private static final String CUT = "[\\s\\-–—.·]{0,2}";
    private static final Pattern MAIL =
            Pattern.compile("(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]++(\\.[A-Za-z0-9-]++)++");
    private static final Pattern DIGITS =
            Pattern.compile("\\+?\\d(?:" + CUT + "\\d){5,21}(?:" + CUT + "[Xx](?![A-Za-z]))?");
    private static final Pattern MOBILE = Pattern.compile("(\\+?86|0086)?1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("(\\+?86|0086)?0\\d{2,3}[2-8]\\d{6,7}");
    private static final Pattern FREE_CALL = Pattern.compile("[48]00\\d{7}");
    private static final Pattern CARD = Pattern.compile("\\d{15,19}");
    private static final Pattern SPACED_MOBILE = Pattern.compile("(?<!\\d)1[3-9](?:" + CUT + "\\d){9}(?!\\d)");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private PersonalData() {}

    /** What was found. */
    public enum Kind implements Worded {
        PHONE,
        IDENTITY,
        BANK_CARD,
        MAIL
    }

    /** One place in a text: from (inclusive) to (exclusive). */
    public record Found(Kind kind, int from, int to) {}

    /** Every place, in order; none overlaps another. */
    public static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        if (text == null) {
            return found;
        }
        String plain = narrow(text);
        for (Matcher mail = MAIL.matcher(plain); mail.find(); ) {
            found.add(new Found(Kind.MAIL, mail.start(), mail.end()));
        }
        for (Matcher number = DIGITS.matcher(plain); number.find(); ) {
            Found here = number(plain, number.start(), number.end());
            if (here != null && found.stream().noneMatch(f -> f.from() < here.to() && here.from() < f.to())) {
                found.add(here);
            }
        }
        found.sort(java.util.Comparator.comparingInt(Found::from));
        return found;
    }

    /** The text with each place made unreadable; its length stays. */
    public static String masked(String text) {
        StringBuilder masked = new StringBuilder(text == null ? "" : text);
        for (Found found : in(text)) {
            for (int i = found.from(); i < found.to(); i++) {
                masked.setCharAt(i, '*');
            }
        }
        return masked.toString();
    }

    /** Full-width and circled figures and letters as plain ones, each in its place. */
    static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String plain = c < 128 || Character.isSurrogate(c)
                    ? Character.toString(c)
                    : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
            narrow.append(plain.length() == 1 ? plain.charAt(0) : c);
        }
        return narrow.toString();
    }

    private static Found number(String text, int from, int to) {
        String digits = text.substring(from, to).replaceAll("[^\\d+Xx]", "").toUpperCase(Locale.ROOT);
        Kind kind = kind(digits);
        if (kind == null && digits.endsWith("X")) {
            kind = kind(digits.substring(0, digits.length() - 1));
        }
        return kind == null ? within(text, from, to) : new Found(kind, from, to);
    }

    /** Two numbers in a row read as one; a phone number at the beginning or the end is still one. */
    private static Found within(String text, int from, int to) {
        Matcher mobile = SPACED_MOBILE.matcher(text).region(from, to);
        mobile.useTransparentBounds(true);
        return mobile.find() ? new Found(Kind.PHONE, mobile.start(), mobile.end()) : null;
    }

    private static Kind kind(String digits) {
        if (isIdentity(digits)) {
            return Kind.IDENTITY;
        }
        if (MOBILE.matcher(digits).matches()
                || LANDLINE.matcher(digits).matches()
                || FREE_CALL.matcher(digits).matches()) {
            return Kind.PHONE;
        }
        return CARD.matcher(digits).matches() && isCard(digits) ? Kind.BANK_CARD : null;
    }

    /** GB 11643-1999: a date of birth within, a check digit at the end; the old ones have fifteen figures. */
    private static boolean isIdentity(String digits) {
        if (digits.matches("[1-9]\\d{5}\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}")) {
            return true;
        }
        if (!digits.matches("[1-9]\\d{5}(18|19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11) == digits.charAt(17);
    }

    /** The check that bank cards carry (ISO/IEC 7812, Luhn). */
    private static boolean isCard(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int figure = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = figure * 2;
            sum += i % 2 == 0 ? figure : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }
}
