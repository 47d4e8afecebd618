package org.luodi.platform.server;

import java.util.List;

/** Something that must hold of all data, looked at after a restore; a bean of the module that can tell. */
public interface Proof {

    /** Names it by a message key. */
    String key();

    /** Looks at all there is. */
    Found look();

    /**
     * What was found.
     *
     * @param looked how many were looked at
     * @param wrong what does not hold, in words for whoever mends it
     */
    record Found(long looked, List<String> wrong) {}
}
