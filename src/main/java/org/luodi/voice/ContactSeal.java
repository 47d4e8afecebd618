package org.luodi.voice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.luodi.platform.Refusal;
import org.springframework.stereotype.Component;

/** Contacts as they lie in the table: AES-256-GCM, each tied to its report, so that none can be put under another. */
@Component
class ContactSeal {

    private static final int NONCE = 12;
    private static final int TAG = 128;

    private final ReportKeys keys;
    private final SecureRandom random = new SecureRandom();

    ContactSeal(ReportKeys keys) {
        this.keys = keys;
    }

    /** Sealed for the report of this code: nonce, then cipher text. */
    byte[] seal(Address address, String code) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(
                Cipher.ENCRYPT_MODE,
                nonce,
                (address.kind() + " " + address.plain()).getBytes(StandardCharsets.UTF_8),
                code);
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return all;
    }

    /** What was sealed; refused where the key is not the one it was sealed with. */
    Address open(byte[] sealed, String code) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        byte[] plain = run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length), code);
        String[] parts = new String(plain, StandardCharsets.UTF_8).split(" ", 2);
        return new Address(parts[0], parts[1]);
    }

    byte[] nameOf(Address address) {
        return keys.nameOf(address.kind() + " " + address.plain());
    }

    private byte[] run(int mode, byte[] nonce, byte[] content, String code) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.contacts(), new GCMParameterSpec(TAG, nonce));
            cipher.updateAAD(code.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException wrongKey) {
            throw Refusal.of("voice.refused.key");
        }
    }
}
