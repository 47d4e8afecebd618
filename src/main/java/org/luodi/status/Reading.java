package org.luodi.status;

import java.time.Instant;
import java.util.List;

/** One source of signs. */
interface Reading {

    /** Names it where it cannot be read. */
    String name();

    List<Sign> read(Instant now);
}
