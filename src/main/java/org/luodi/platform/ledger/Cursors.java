package org.luodi.platform.ledger;

import org.luodi.platform.Refusal;

/** Reads the cursor that a caller brings back. */
final class Cursors {

    private Cursors() {}

    static long parse(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Refusal.of("platform.cursor.unreadable");
        }
    }
}
