package org.luodi.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.luodi.platform.server.Settings;
import org.luodi.platform.web.ProofOfWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Two keys that never enter the database: one for contacts, one for receipts. Each stands in a file that only the owner reads, made at
 * the first start, or in a setting (docs/decisions/091-keys-of-the-public.md).
 */
@Component
class ReportKeys {

    private static final int BYTES = 32;

    private final SecretKey contacts;
    private final SecretKey contactNames;
    private final SecretKey receipts;

    ReportKeys(
            Settings settings,
            @Value("${luodi.contact-key:}") String contactKey,
            @Value("${luodi.receipt-key:}") String receiptKey) {
        byte[] contact = key(contactKey, settings.data().resolve("contact.key"));
        this.contacts = new SecretKeySpec(contact, "AES");
        this.contactNames = new SecretKeySpec(hmac(new SecretKeySpec(contact, "HmacSHA256"), "names"), "HmacSHA256");
        this.receipts = new SecretKeySpec(key(receiptKey, settings.data().resolve("receipt.key")), "HmacSHA256");
    }

    /** For what is written of a contact. */
    SecretKey contacts() {
        return contacts;
    }

    /** The same for the same contact, and nothing to anybody without the key. */
    byte[] nameOf(String contact) {
        return hmac(contactNames, contact);
    }

    byte[] receipt(String text) {
        return hmac(receipts, text);
    }

    /** The sums that devices do for forms of reports. */
    @Bean
    static ProofOfWork proofOfWork(ReportKeys keys) {
        return new ProofOfWork(keys.receipt("proof of work"));
    }

    private static byte[] hmac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] key(String setting, Path file) {
        byte[] key = Base64.getDecoder().decode(setting.isBlank() ? kept(file) : setting.strip());
        if (key.length != BYTES) {
            throw new IllegalStateException("a key must have 32 bytes: " + (setting.isBlank() ? file : "setting"));
        }
        return key;
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.getParent());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var out =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            out.write(java.nio.ByteBuffer.wrap(Base64.getEncoder().encode(random)));
        } catch (FileAlreadyExistsException other) {
            // Another start was faster; its key is the one.
            return;
        }
    }
}
