package org.luodi.platform.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** One-time codes by the clock (RFC 6238), six digits each half minute, as every authenticator on a phone makes them. */
final class OneTimeCodes {

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;
    private static final long STEP = 30;

    private OneTimeCodes() {}

    static byte[] draw() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The secret as it is typed into an authenticator by hand. */
    static String spelled(byte[] secret) {
        return new Base32().encodeAsString(secret);
    }

    static String at(byte[] secret, Instant now) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, CODES.getAlgorithm()), now);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The time step that a code belongs to: the present one or a neighbour, since clocks differ; never one used before. */
    static OptionalLong step(byte[] secret, String code, Instant now, long used) {
        long present = now.getEpochSecond() / STEP;
        return LongStream.rangeClosed(present - 1, present + 1)
                .filter(step -> step > used)
                .filter(step -> same(at(secret, Instant.ofEpochSecond(step * STEP)), code))
                .findFirst();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(), other.getBytes());
    }
}
