package org.luodi.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.altcha.altcha.Altcha;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small sum that a device does while somebody types, so that a flood costs the sender something (ALTCHA). It belongs to the token of one
 * form: sent again with the same form it brings nothing new, with another one it does not fit. So nothing has to be remembered.
 */
public final class ProofOfWork {

    /** At most so many tries: a moment for a computer, two or three seconds for an old phone. */
    private static final long TRIES = 100_000;

    private static final Duration LIFE = Duration.ofHours(12);
    private static final int LONGEST = 2000;

    private static final JsonMapper JSON = new JsonMapper();

    private final String key;

    /** Sums under a key of whoever asks for them. */
    public ProofOfWork(byte[] key) {
        this.key = HexFormat.of().formatHex(key);
    }

    /** The sum for the form of this token, as the device's worker reads it. */
    public String challenge(String once) {
        try {
            Altcha.ChallengeOptions options = new Altcha.ChallengeOptions()
                    .setHmacKey(key)
                    .setMaxNumber(TRIES)
                    .setSecureRandomNumber(true)
                    .setExpiresInSeconds(LIFE.toSeconds())
                    .addParam("once", once);
            return JSON.writeValueAsString(Altcha.createChallenge(options));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the device has done the sum of this form; whatever cannot be read is no proof. */
    public boolean isShown(String solution, String once) {
        if (solution == null || solution.isBlank() || solution.length() > LONGEST || once == null) {
            return false;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(solution.getBytes(StandardCharsets.US_ASCII));
            Altcha.Payload payload = JSON.readValue(decoded, Altcha.Payload.class);
            return isWhole(payload)
                    && once.equals(Altcha.extractParams(payload.salt).get("once"))
                    && Altcha.verifySolution(payload, key, true);
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return false;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The salt ends where the number begins: else figures could wander from one into the other. */
    private static boolean isWhole(Altcha.Payload payload) {
        return payload != null
                && "SHA-256".equals(payload.algorithm)
                && payload.number != null
                && payload.challenge != null
                && payload.signature != null
                && payload.salt != null
                && payload.salt.endsWith("&");
    }
}
