package org.luodi.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.platform.Refusal;
import org.luodi.platform.server.Settings;

/** Keys are made once, lie where the owner alone reads them, and follow one another. */
class SealKeysTest {

    private static final byte[] MESSAGE = "a head".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "sm2"})
    void whatIsSignedIsCheckedWithThePublicKeyAlone(String algorithm) {
        SealKey key = keys(algorithm).signing();
        byte[] signature = keys(algorithm).sign(key, MESSAGE);

        assertThat(key.algorithm()).isEqualTo(algorithm);
        assertThat(keys(algorithm).all()).containsExactly(key);
        assertThat(key.signed(MESSAGE, signature)).isTrue();
        assertThat(key.signed("another".getBytes(StandardCharsets.UTF_8), signature))
                .isFalse();
        assertThat(key.signed(MESSAGE, new byte[64])).isFalse();
    }

    @Test
    void theSecretHalfIsForTheOwnerAlone() throws IOException {
        keys("ed25519").signing();

        assertThat(mode("seal")).isEqualTo("rwx------");
        assertThat(mode("seal/1.key")).isEqualTo("rw-------");
        assertThat(Files.readString(data.resolve("seal/1.pub")))
                .doesNotContain(Files.readString(data.resolve("seal/1.key")));
    }

    @Test
    void aNewKeyIsVouchedForByTheOneBeforeItAndTheOldPublicKeyStays() {
        SealKey first = keys("ed25519").signing();
        SealKey second = keys("ed25519").rotate();
        SealKey third = keys("sm2").signing();

        assertThat(keys("sm2").all()).containsExactly(third, second, first);
        assertThat(second.isEndorsedBy(first)).isTrue();
        assertThat(third.isEndorsedBy(second)).isTrue();
        assertThat(third.isEndorsedBy(first)).isFalse();
        assertThat(data.resolve("seal/1.key")).doesNotExist();
        assertThat(keys("sm2").signing()).isEqualTo(third);
    }

    @Test
    void aPairThatACrashLeftHalfMadeIsNone() throws IOException {
        Files.createDirectories(data.resolve("seal"));
        Files.writeString(data.resolve("seal/1.key"), "half");

        SealKey key = keys("ed25519").signing();

        assertThat(key.number()).isEqualTo(1);
        assertThat(key.signed(MESSAGE, keys("ed25519").sign(key, MESSAGE))).isTrue();
    }

    @Test
    void whereTheSecretIsLostANewKeyIsMadeThatNobodyVouchesFor() throws IOException {
        SealKey first = keys("ed25519").signing();
        Files.delete(data.resolve("seal/1.key"));
        assertThatThrownBy(() -> keys("ed25519").sign(first, MESSAGE)).hasMessageContaining("rotate-seal-key");

        SealKey second = keys("ed25519").rotate();

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.isEndorsedBy(first)).isFalse();
    }

    @Test
    void anAlgorithmThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> keys("md5")).isInstanceOf(Refusal.class);
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
    }

    private SealKeys keys(String algorithm) {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        return new SealKeys(new Settings(0, data, Optional.empty(), false, zone), algorithm, Clock.system(zone));
    }
}
