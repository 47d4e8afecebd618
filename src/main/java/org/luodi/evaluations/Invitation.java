package org.luodi.evaluations;

import org.luodi.voice.ReportId;

/**
 * Somebody who is asked.
 *
 * @param report under which his contact is kept
 * @param person the same for the same contact; null where none is kept
 * @param kind {@code phone} or {@code mail}; null: by the receipt alone
 */
record Invitation(long id, long asking, ReportId report, Part part, byte[] person, String kind) {

    /** One that is about to be written. */
    static Invitation of(ReportId report, Part part, byte[] person, String kind) {
        return new Invitation(0, 0, report, part, person, kind);
    }

    Invitation in(long number) {
        return new Invitation(id, number, report, part, person, kind);
    }
}
