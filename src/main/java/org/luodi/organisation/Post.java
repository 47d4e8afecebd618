package org.luodi.organisation;

import java.time.LocalDate;

/**
 * The post that answers for a unit.
 *
 * @param holder who holds it; null where it is vacant
 * @param until the day it ended; null while it stands
 */
public record Post(String title, String holder, LocalDate since, LocalDate until) {

    public boolean vacant() {
        return holder == null;
    }
}
