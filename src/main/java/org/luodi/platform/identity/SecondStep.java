package org.luodi.platform.identity;

import java.time.Instant;

/**
 * Whether an account asks for a one-time code after the password.
 *
 * @param since when it was set up, null where it is not
 * @param needed because it is required by an administrator for the account, or by a setting for one of its roles
 * @param codesLeft recovery codes that were not used
 */
public record SecondStep(Instant since, boolean needed, int codesLeft) {

    public boolean on() {
        return since != null;
    }
}
