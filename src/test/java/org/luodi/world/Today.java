package org.luodi.world;

import java.time.LocalDate;
import java.time.ZoneId;

/** The day it is where the application under test lives; the machine may be in another zone. */
public final class Today {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Today() {}

    public static LocalDate day() {
        return LocalDate.now(ZONE);
    }
}
