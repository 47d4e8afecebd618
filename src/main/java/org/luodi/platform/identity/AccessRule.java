package org.luodi.platform.identity;

/**
 * Who may call a URL at all; what is shown there is the scope's to say.
 *
 * @param method HTTP verb, {@code *} for any
 * @param pattern as Spring's path patterns
 */
public record AccessRule(String method, String pattern, Who who) {

    /** Anybody, anybody signed in, or one who administers some subtree. */
    public enum Who {
        ANYBODY,
        STAFF,
        ADMINISTRATOR
    }
}
