package org.luodi.evaluations;

import org.luodi.voice.ReportId;

/**
 * Somebody who is asked.
 *
 * @param report under which his contact is kept
 * @param person the same for the same contact; null where none is kept
 */
record Invitation(long id, long asking, ReportId report, Part part, byte[] person) {

    /** One that is about to be written. */
    static Invitation of(ReportId report, Part part, byte[] person) {
        return new Invitation(0, 0, report, part, person);
    }
}
