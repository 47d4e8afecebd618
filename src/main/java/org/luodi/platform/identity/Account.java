package org.luodi.platform.identity;

import java.io.Serializable;

/**
 * Somebody who can sign in.
 *
 * @param login null where the account is erased; its name is then made of its number
 */
public record Account(long id, String login, String name, boolean disabled) implements Serializable {

    /** Whether nothing but its number is left. */
    public boolean erased() {
        return login == null;
    }

    public Actor actor() {
        return new Actor(id, name);
    }
}
