package org.luodi.platform.identity;

import java.security.SecureRandom;
import java.util.Base64;
import org.luodi.platform.Digest;

/** The secret of an access token: drawn by chance, and kept as its digest only. */
final class TokenSecret {

    static final String BEGINNING = "luodi_";
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenSecret() {}

    static String draw() {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        return BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    static byte[] digest(String token) {
        return Digest.of(token);
    }
}
