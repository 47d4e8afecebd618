package org.luodi.platform.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A signed head of the tree, whole enough to be kept by a reader and checked years later: so many entries had this root at this time.
 *
 * @param format {@link #FORMAT}
 * @param ledger which ledger, among all there are
 * @param root 64 hexadecimal digits
 * @param algorithm {@code ed25519} or {@code sm2}
 * @param key public key, SubjectPublicKeyInfo in Base64
 * @param signature over the lines format, ledger, size, root, at; in Base64
 */
public record TreeHead(
        String format,
        String ledger,
        long size,
        String root,
        Instant at,
        String algorithm,
        String key,
        String signature) {

    static final String FORMAT = "luodi-ledger-head/1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static byte[] signed(String ledger, long size, String root, Instant at) {
        return String.join("\n", FORMAT, ledger, Long.toString(size), root, at.toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the owner of the key signed just this. */
    public boolean signatureHolds() {
        return publicKey()
                .signed(signed(ledger, size, root, at), Base64.getDecoder().decode(signature));
    }

    /** The fingerprint of the key. */
    public String keyId() {
        return publicKey().id();
    }

    private SealKey publicKey() {
        return new SealKey(0, algorithm, key, at, null);
    }

    byte[] rootBytes() {
        return HexFormat.of().parseHex(root);
    }

    /** As a file to keep. */
    public String file() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }

    /** The same on one line. */
    String line() {
        return JSON.writeValueAsString(this);
    }

    /** Reads such a file; refuses what is none. */
    static TreeHead read(String text) {
        try {
            TreeHead head = JSON.readValue(text, TreeHead.class);
            HexFormat.of().parseHex(head.root());
            Base64.getDecoder().decode(head.key());
            Base64.getDecoder().decode(head.signature());
            if (!FORMAT.equals(head.format()) || head.size() < 1) {
                throw new IllegalArgumentException(head.format());
            }
            return head;
        } catch (JacksonException | IllegalArgumentException | NullPointerException broken) {
            throw new IllegalArgumentException("no head of a ledger", broken);
        }
    }
}
