package org.luodi.platform.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** How tree heads are signed: Ed25519, or the national SM2 with SM3 (docs/decisions/111-how-the-ledger-is-sealed.md). */
enum Scheme {
    ED25519("Ed25519", "Ed25519"),
    SM2("EC", "SM3withSM2");

    /** Made only where SM2 is used. */
    private static final class Chinese {
        static final Provider PROVIDER = new BouncyCastleProvider();
    }

    private final String keys;
    private final String signature;

    Scheme(String keys, String signature) {
        this.keys = keys;
        this.signature = signature;
    }

    /** As it is written in settings and in heads. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<Scheme> of(String word) {
        return Stream.of(values()).filter(s -> s.word().equals(word)).findFirst();
    }

    KeyPair pair() {
        try {
            KeyPairGenerator generator = this == SM2
                    ? KeyPairGenerator.getInstance(keys, Chinese.PROVIDER)
                    : KeyPairGenerator.getInstance(keys);
            if (this == SM2) {
                generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] sign(byte[] privateKey, byte[] message) {
        try {
            Signature signing = signature();
            signing.initSign(keys().generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the key that seals the ledger cannot be used", broken);
        }
    }

    /** Whether the owner of this public key signed the message; nothing that is no key or no signature did. */
    boolean isSigned(byte[] publicKey, byte[] message, byte[] by) {
        try {
            Signature checking = signature();
            checking.initVerify(keys().generatePublic(new X509EncodedKeySpec(publicKey)));
            checking.update(message);
            return checking.verify(by);
        } catch (GeneralSecurityException broken) {
            return false;
        }
    }

    private KeyFactory keys() throws GeneralSecurityException {
        return this == SM2 ? KeyFactory.getInstance(keys, Chinese.PROVIDER) : KeyFactory.getInstance(keys);
    }

    private Signature signature() throws GeneralSecurityException {
        return this == SM2 ? Signature.getInstance(signature, Chinese.PROVIDER) : Signature.getInstance(signature);
    }
}
