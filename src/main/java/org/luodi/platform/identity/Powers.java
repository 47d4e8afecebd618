package org.luodi.platform.identity;

/** What organisation knows of an account and identity must ask: it implements this. */
public interface Powers {

    /** Whether the account administers anything at all. */
    boolean administers(Actor actor);

    /** Whether everything the other account holds lies within what this one administers, so that it may be disabled or renewed by it. */
    boolean answersFor(Actor administrator, long account);
}
