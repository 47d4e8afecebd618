package org.luodi.platform.identity;

import java.util.List;

/** What organisation knows of an account and a password must not be made of: it implements this. */
public interface Surroundings {

    /** Names of the units that the account has to do with. */
    List<String> words(long account);
}
