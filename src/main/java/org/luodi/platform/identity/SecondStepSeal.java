package org.luodi.platform.identity;

import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.luodi.platform.server.KeyFile;
import org.luodi.platform.server.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Secrets of one-time codes as they lie in the table: AES-256-GCM under a key that never enters the database (second.key). */
@Component
class SecondStepSeal {

    private static final int NONCE = 16;

    private final Supplier<AesBytesEncryptor> seal;

    SecondStepSeal(Settings settings, @Value("${luodi.second.key:}") String key) {
        this.seal = SingletonSupplier.of(() -> new AesBytesEncryptor(
                new SecretKeySpec(KeyFile.read(key, settings.data().resolve("second.key")), "AES"),
                KeyGenerators.secureRandom(NONCE),
                CipherAlgorithm.GCM));
    }

    byte[] seal(byte[] secret) {
        return seal.get().encrypt(secret);
    }

    byte[] open(byte[] sealed) {
        return seal.get().decrypt(sealed);
    }
}
