package org.luodi.platform.identity;

import java.io.Serializable;

/** Somebody who can sign in. */
public record Account(long id, String login, String name, boolean disabled) implements Serializable {

    public Actor actor() {
        return new Actor(id, name);
    }
}
