package org.luodi.relays;

import java.time.Instant;
import org.luodi.matters.Matters;

/**
 * A matter in a package.
 *
 * @param state {@code offered}, {@code accepted}, {@code refused} or {@code withdrawn}
 * @param by who decided; null while it is offered
 */
public record RelayItem(Matters.Told told, String state, String reason, Long by, Instant at) {

    public boolean isOffered() {
        return state.equals("offered");
    }

    /** Whether it ended because the matter was no longer the giver's to give; nobody gave a reason. */
    public boolean isGone() {
        return state.equals("withdrawn") && reason == null;
    }

    /** What became of it, in one word; {@code gone} where nobody took it back. */
    public String end() {
        return isGone() ? "gone" : state;
    }
}
