package org.luodi.platform;

/** There is no such thing, or not for this person: the two are never told apart (404). */
public final class NotFound extends RuntimeException {

    public NotFound(String what, Object id) {
        super(what + " " + id, null, false, false);
    }
}
