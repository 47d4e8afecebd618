package org.luodi.organisation;

import java.time.Instant;

/**
 * A role that one person proposed and another is to confirm or to refuse.
 *
 * @param outcome what became of it, null while it waits
 */
public record GrantProposal(
        long id, Grants.NewGrant grant, String unitName, Position at, long by, Instant since, Outcome outcome) {

    /**
     * What became of it.
     *
     * @param reason why it was refused, else null
     */
    public record Outcome(Word word, long by, Instant at, String reason) {}

    /** How a proposal ends. */
    public enum Word {
        CONFIRMED,
        REFUSED,
        WITHDRAWN
    }

    public boolean isOpen() {
        return outcome == null;
    }
}
