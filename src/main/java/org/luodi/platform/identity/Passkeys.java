package org.luodi.platform.identity;

import java.util.List;
import java.util.Map;
import org.luodi.platform.NotFound;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passkeys (WebAuthn): keys that devices keep and nobody types (docs/decisions/118-passkeys.md). */
@Component
public class Passkeys implements UserCredentialRepository {

    private final PasskeyStore store;
    private final EntryBook book;

    Passkeys(PasskeyStore store, EntryBook book) {
        this.store = store;
        this.book = book;
    }

    @Transactional(readOnly = true)
    public List<Passkey> list(Actor actor) {
        return store.of(actor.id());
    }

    /** How many an account has. */
    @Transactional(readOnly = true)
    public int count(long account) {
        return store.of(account).size();
    }

    @Transactional
    public void remove(Actor actor, long passkey) {
        if (!store.remove(actor.id(), passkey)) {
            throw new NotFound("passkey", passkey);
        }
        book.note(actor, actor.id(), "passkey-removed", Map.of());
    }

    /** Keeps what the frame has checked: a new one, or that a known one was used. */
    @Override
    @Transactional
    public void save(CredentialRecord passkey) {
        if (!store.used(passkey)) {
            Actor owner = store.insert(passkey).orElseThrow(() -> new NotFound("passkey owner", 0));
            book.note(owner, owner.id(), "passkey-added", Map.of());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public CredentialRecord findByCredentialId(Bytes credential) {
        return store.records("p.credential", credential.getBytes()).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return store.records("o.handle", handle.getBytes());
    }

    /** Not by its own name alone: only its owner removes it. */
    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException("removed by its owner");
    }
}
