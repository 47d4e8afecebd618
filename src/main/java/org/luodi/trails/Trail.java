package org.luodi.trails;

import java.util.List;
import org.luodi.platform.Slice;
import org.luodi.platform.ledger.Entry;

/**
 * The trail of a record.
 *
 * @param origins what it stems from
 * @param outcomes what became of it
 * @param steps what happened to all of them, newest first
 * @param looks who was shown what is protected, newest first; on the first page only
 */
public record Trail(Kin about, List<Kin> origins, List<Kin> outcomes, Slice<Step> steps, List<Step> looks) {

    /**
     * One entry of the ledger.
     *
     * @param number under which it is sealed, from 1; null where it is not yet
     */
    public record Step(Entry entry, Kin kin, Long number) {}
}
