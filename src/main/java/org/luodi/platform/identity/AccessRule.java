package org.luodi.platform.identity;

import java.util.Set;

/**
 * Who may call a URL at all; what is shown there is the scope's to say.
 *
 * @param method HTTP verb, {@code *} for any
 * @param pattern as Spring's path patterns
 * @param who any of these
 */
public record AccessRule(String method, String pattern, Set<Who> who) {

    public AccessRule(String method, String pattern, Who... who) {
        this(method, pattern, Set.of(who));
    }

    /** Anybody, anybody signed in, whoever works on records, or one of the three administrators, who are kept apart. */
    public enum Who {
        ANYBODY,
        PERSON,
        STAFF,
        SYSTEM,
        SECURITY,
        AUDIT
    }
}
