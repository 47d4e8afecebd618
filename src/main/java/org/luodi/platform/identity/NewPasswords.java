package org.luodi.platform.identity;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.luodi.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a new password must be: long enough, not what many others use, not made of the account's own names. Measured offline by
 * zxcvbn, which knows 30,000 passwords out of breaches, and by a list of what is common in Chinese
 * (docs/decisions/115-signing-in.md).
 */
@Component
class NewPasswords {

    static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    /** Beyond this the measure takes long and tells nothing more. */
    private static final int MEASURED = 60;

    private static final int SAFE = 3;
    private static final int LATIN = 4;
    private static final int HAN = 2;

    private final Supplier<Zxcvbn> measure = SingletonSupplier.of(Zxcvbn::new);
    private final List<String> common = common();

    /**
     * Refuses a password that is guessed easily, and says why.
     *
     * @param own names of the account and its units
     */
    void mustBeGood(String password, List<String> own) {
        if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
            throw Refusal.of("platform.account.password", SHORTEST);
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (own.stream().map(w -> w.strip().toLowerCase(Locale.ROOT)).anyMatch(w -> tells(w) && plain.contains(w))) {
            throw Refusal.of("platform.password.own");
        }
        Strength strength = measure.get().measure(plain.substring(0, Math.min(plain.length(), MEASURED)), inputs(own));
        if (strength.getScore() < SAFE) {
            throw Refusal.of(reason(strength));
        }
    }

    /** Whether a word is long enough to mean somebody. */
    private static boolean tells(String word) {
        boolean han = word.codePoints().anyMatch(Character::isIdeographic);
        return word.length() >= (han ? HAN : LATIN);
    }

    private List<String> inputs(List<String> own) {
        List<String> inputs = new ArrayList<>(own);
        inputs.addAll(common);
        return inputs;
    }

    private static String reason(Strength strength) {
        List<Match> parts = strength.getSequence();
        if (parts.stream().anyMatch(p -> p.pattern == Pattern.Dictionary)) {
            return "platform.password.common";
        }
        return parts.stream().anyMatch(p -> p.pattern != Pattern.Bruteforce)
                ? "platform.password.pattern"
                : "platform.password.short";
    }

    private static List<String> common() {
        try (InputStream words = NewPasswords.class.getResourceAsStream("/identity/common-passwords.txt")) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
