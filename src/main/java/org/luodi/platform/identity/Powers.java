package org.luodi.platform.identity;

/** What organisation knows of an account and identity must ask: it implements this. */
public interface Powers {

    /** Whether the account administers anything at all. */
    boolean administers(Actor actor);
}
