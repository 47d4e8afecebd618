package org.luodi.platform.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.luodi.platform.Digest;

/**
 * A public key that heads of the ledger are checked with.
 *
 * @param number 1 is the first; a new one takes over from the one before
 * @param algorithm {@code ed25519} or {@code sm2}
 * @param key SubjectPublicKeyInfo in Base64
 * @param endorsement signature of the key before it over {@link #endorsed}, in Base64; null of the first
 */
public record SealKey(int number, String algorithm, String key, Instant since, String endorsement) {

    /** Its fingerprint: SHA-256 of the key, by which heads name it. */
    public String id() {
        return HexFormat.of().formatHex(Digest.of(bytes()));
    }

    /** What the key before it signs when it is replaced. */
    byte[] endorsed() {
        return String.join("\n", "luodi-ledger-key/1", Integer.toString(number), algorithm, key, since.toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    SealKey endorsedWith(byte[] signature) {
        return new SealKey(number, algorithm, key, since, Base64.getEncoder().encodeToString(signature));
    }

    boolean isEndorsedBy(SealKey before) {
        return endorsement != null
                && before.signed(endorsed(), Base64.getDecoder().decode(endorsement));
    }

    boolean signed(byte[] message, byte[] signature) {
        Optional<Scheme> scheme = Scheme.of(algorithm);
        return scheme.isPresent() && scheme.get().isSigned(bytes(), message, signature);
    }

    private byte[] bytes() {
        return Base64.getDecoder().decode(key);
    }
}
