package org.luodi.claims;

import java.time.LocalDate;
import org.luodi.platform.Parameter;

/** The last row's place in the list of what waits. */
record ClaimCursor(LocalDate due, long id) {

    static ClaimCursor of(Claim claim) {
        return new ClaimCursor(claim.due(), claim.id().value());
    }

    String write() {
        return due + "_" + id;
    }

    static ClaimCursor read(String cursor) {
        String[] parts = cursor.split("_");
        try {
            return new ClaimCursor(Parameter.day(parts[0]), Long.parseLong(parts[1]));
        } catch (RuntimeException e) {
            throw Parameter.badCursor(cursor);
        }
    }
}
