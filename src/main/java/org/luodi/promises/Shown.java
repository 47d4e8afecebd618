package org.luodi.promises;

import java.time.LocalDate;
import java.util.List;
import org.luodi.matters.Matters;
import org.luodi.organisation.UnitId;

/**
 * A promise as the public sees it: dates and state come from the matter as it stands now.
 *
 * @param proofs numbers of the pictures that prove it
 */
public record Shown(Promise promise, Matters.Told told, List<Integer> proofs) {

    public Shown {
        proofs = List.copyOf(proofs);
    }

    public PublicState state() {
        return PublicState.of(told.matter());
    }

    public LocalDate raisedOn() {
        return told.matter().raisedOn();
    }

    /** The day by which it is to be solved, or null. */
    public LocalDate due() {
        return told.matter().due();
    }

    /** The day on which it was closed; null before, and again where it came back. */
    public LocalDate closedOn() {
        return told.detail().closedOn();
    }

    /** How often it had to be done again. */
    public int rework() {
        return told.matter().reopened();
    }

    /** The unit that answers now. */
    public UnitId answers() {
        return told.matter().unit();
    }

    /** Whether the day is past and it is not said to be done. */
    public boolean late(LocalDate today) {
        PublicState state = state();
        boolean waits = state == PublicState.UNDER_WAY || state == PublicState.REWORK;
        return waits && due() != null && due().isBefore(today);
    }
}
