package org.luodi.voice;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.luodi.platform.server.KeyFile;
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

    private final SecretKey contacts;
    private final SecretKey contactNames;
    private final SecretKey receipts;

    ReportKeys(
            Settings settings,
            @Value("${luodi.contact-key:}") String contactKey,
            @Value("${luodi.receipt-key:}") String receiptKey) {
        byte[] contact = KeyFile.read(contactKey, settings.data().resolve("contact.key"));
        this.contacts = new SecretKeySpec(contact, "AES");
        this.contactNames = new SecretKeySpec(hmac(new SecretKeySpec(contact, "HmacSHA256"), "names"), "HmacSHA256");
        this.receipts =
                new SecretKeySpec(KeyFile.read(receiptKey, settings.data().resolve("receipt.key")), "HmacSHA256");
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
}
