package org.luodi.platform.identity;

import org.luodi.platform.Refusal;
import org.springframework.security.authentication.AccountStatusException;

/** A try to sign in that failed, with what the person is told. Of this kind, so that no other provider is asked after it. */
final class SignInRefused extends AccountStatusException {

    private final transient Refusal refusal;

    SignInRefused(Refusal refusal) {
        super(refusal.key());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
