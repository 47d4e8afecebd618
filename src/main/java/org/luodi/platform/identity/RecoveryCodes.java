package org.luodi.platform.identity;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.luodi.platform.Digest;

/** Codes for whoever has lost the phone: ten, each good once, of letters and digits that are not taken for one another. */
final class RecoveryCodes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int CODES = 10;
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private RecoveryCodes() {}

    static List<String> draw() {
        return Stream.generate(RecoveryCodes::one).limit(CODES).toList();
    }

    private static String one() {
        return String.join(
                "-", IntStream.range(0, GROUPS).mapToObj(i -> group()).toList());
    }

    private static String group() {
        StringBuilder group = new StringBuilder();
        for (int i = 0; i < GROUP; i++) {
            group.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return group.toString();
    }

    /** What is kept of one; however it was typed. */
    static byte[] digest(long account, String code) {
        return Digest.of(account + " " + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }
}
