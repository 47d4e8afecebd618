package org.luodi.platform.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.luodi.platform.Parameter;
import org.luodi.platform.server.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of the seals, in the folder {@code seal} below the data directory and never in the database: {@code 1.key} is for the owner
 * alone, {@code 1.pub} for everybody. The highest number signs; public keys stay for good.
 */
@Component
class SealKeys {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<PosixFilePermission> ONLY_OWNER = PosixFilePermissions.fromString("rwx------");
    private static final String OPEN = ".pub";
    private static final String SECRET = ".key";

    private final Path folder;
    private final Scheme scheme;
    private final Clock clock;

    SealKeys(Settings settings, @Value("${luodi.seal:ed25519}") String scheme, Clock clock) {
        this.folder = settings.data().resolve("seal");
        this.scheme = Scheme.of(scheme)
                .orElseThrow(() -> Parameter.notOneOf("luodi.seal", scheme, List.of("ed25519", "sm2")));
        this.clock = clock;
    }

    /** All public keys, the newest first. */
    List<SealKey> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(OPEN))
                    .map(SealKeys::read)
                    .sorted(Comparator.comparingInt(SealKey::number).reversed())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<SealKey> find(String id) {
        return all().stream().filter(k -> k.id().equals(id)).findFirst();
    }

    /** The key that signs; a pair is made where there is none yet, or where the settings want another algorithm. */
    SealKey signing() {
        return fitting(all())
                .orElseGet(() -> alone(
                        () -> fitting(all()).orElseGet(() -> make(all().stream().findFirst()))));
    }

    private Optional<SealKey> fitting(List<SealKey> keys) {
        return keys.stream().findFirst().filter(k -> k.algorithm().equals(scheme.word()));
    }

    byte[] sign(SealKey key, byte[] message) {
        return Scheme.of(key.algorithm()).orElseThrow().sign(secret(key.number()), message);
    }

    /** Makes a new pair that signs from now on; the old key vouches for it, and its secret half is thrown away. */
    SealKey rotate() {
        return alone(() -> make(all().stream().findFirst()));
    }

    /** One at a time, whether in this process or beside it. */
    private SealKey alone(Supplier<SealKey> work) {
        synchronized (SealKeys.class) {
            try {
                if (!Files.isDirectory(folder)) {
                    Files.createDirectories(folder.getParent());
                    Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(ONLY_OWNER));
                }
                try (var channel = FileChannel.open(
                                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var held = channel.lock()) {
                    return work.get();
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private SealKey make(Optional<SealKey> before) {
        KeyPair pair = scheme.pair();
        SealKey plain = new SealKey(
                before.map(k -> k.number() + 1).orElse(1),
                scheme.word(),
                Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null);
        Optional<SealKey> old = before.filter(k -> Files.exists(file(k.number(), SECRET)));
        SealKey key =
                old.map(k -> plain.endorsedWith(sign(k, plain.endorsed()))).orElse(plain);
        try {
            keep(key, pair.getPrivate().getEncoded());
            if (old.isPresent()) {
                Files.delete(file(old.get().number(), SECRET));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return key;
    }

    /** The public half comes last, by a rename: a pair that was not finished is none. */
    private void keep(SealKey key, byte[] secret) throws IOException {
        Path file = file(key.number(), SECRET);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, Base64.getEncoder().encode(secret));
        Path draft = folder.resolve("draft");
        Files.writeString(draft, JSON.writeValueAsString(key));
        Files.move(draft, file(key.number(), OPEN), StandardCopyOption.ATOMIC_MOVE);
    }

    private byte[] secret(int number) {
        try {
            return Base64.getDecoder()
                    .decode(Files.readString(file(number, SECRET)).strip());
        } catch (IOException lost) {
            throw new UncheckedIOException(
                    "the key that seals the ledger is gone: make a new one with rotate-seal-key", lost);
        }
    }

    private Path file(int number, String ending) {
        return folder.resolve(number + ending);
    }

    private static SealKey read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), SealKey.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
