package org.luodi.voice;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.luodi.platform.Refusal;
import org.springframework.stereotype.Component;

/**
 * Codes and secret words. Both follow from the token of the form under the installation's key, so that who sends a form twice gets
 * the same receipt; kept is only a digest of both under that key.
 */
@Component
class Receipts {

    /** Without letters that are taken for one another; ten make a code, twelve a secret of 60 bits. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE = 10;
    private static final int SECRET = 12;
    private static final int GROUP = 4;

    private final ReportKeys keys;
    private final SecureRandom random = new SecureRandom();

    Receipts(ReportKeys keys) {
        this.keys = keys;
    }

    /** A token for a form that is about to be filled in. */
    String token() {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Receipt of(String once) {
        String token = once == null || once.isBlank() ? token() : once.strip();
        if (!token.matches("[A-Za-z0-9_-]{20,64}")) {
            throw Refusal.of("voice.refused.token");
        }
        String code = "R" + letters(keys.receipt("code " + token), CODE);
        return new Receipt(code, letters(keys.receipt("secret " + token), SECRET), false);
    }

    /** What is kept of a receipt. */
    byte[] digest(String code, String secret) {
        return keys.receipt("receipt " + code + " " + secret);
    }

    /** The same work whether there is such a report or not: {@code kept} is null where there is none. */
    boolean opens(String code, String secret, byte[] kept) {
        byte[] given = digest(code, secret);
        byte[] nobody = keys.receipt("nobody");
        byte[] against = kept == null ? nobody : kept;
        return MessageDigest.isEqual(given, against) && kept != null;
    }

    /** As kept, however it was typed: small letters, spaces and dashes, letters taken for figures. */
    static String plain(String typed) {
        if (typed == null || typed.length() > 100) {
            return "";
        }
        return PersonalData.narrow(typed)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Cntrl}\\-–—·.]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** A secret as it is shown. */
    static String grouped(String secret) {
        return secret.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    private static String letters(byte[] digest, int count) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < count; i++) {
            word.append(LETTERS.charAt(digest[i] & 31));
        }
        return word.toString();
    }
}
