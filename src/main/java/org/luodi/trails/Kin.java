package org.luodi.trails;

import java.util.Set;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Subject;

/**
 * A record of a trail.
 *
 * @param name as a person knows it: a number, a code, a title; null where it has none
 * @param href its page
 * @param silent while those affected are being asked, nobody learns how it goes
 */
public record Kin(Subject subject, String name, String href, boolean silent) {

    private static final Set<String> OPENING = Set.of("opened");

    static Kin of(String kind, long id, String name, String href) {
        return new Kin(new Subject(kind, id), name, href, false);
    }

    Kin closed() {
        return new Kin(subject, name, href, true);
    }

    public String kind() {
        return subject.kind();
    }

    /** Whether an entry about it may be shown: who answered when is nobody's to know, and what goes on meanwhile neither. */
    boolean shows(Entry entry) {
        boolean answer = kind().equals("evaluation") && entry.verb().equals("answered");
        return !answer && (!silent || OPENING.contains(entry.verb()));
    }
}
