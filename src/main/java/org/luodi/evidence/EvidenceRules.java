package org.luodi.evidence;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.luodi.matters.Matter;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.platform.Refusal;

/** Whether evidence may be brought or removed: pure, each no with its reason. */
final class EvidenceRules {

    static final int TEXT = 500;
    static final int MOST = 200;
    static final long BYTES = 20L << 20;

    private static final Set<Role> WORKING = Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY);
    private static final Set<Role> ANSWERING = Set.of(Role.LEADER);

    private EvidenceRules() {}

    /**
     * Why this person may not bring evidence now; empty where nothing stands in the way.
     *
     * @param takesPart whether the person works on the matter, for the unit or as a helper
     */
    static Optional<Refusal> mayNot(Matter matter, boolean takesPart) {
        if (!matter.stage().isOpen()) {
            return Optional.of(Refusal.of(
                    "evidence.refused.ended", "matters.stage." + matter.stage().word()));
        }
        return takesPart ? Optional.empty() : Optional.of(Refusal.of("evidence.refused.who"));
    }

    /** A helper changes what he brought himself; those who answer for the matter change everything. */
    static Optional<Refusal> mayNotChange(Item item, Matter matter, Scope scope) {
        boolean own = item.latest().addedBy() == scope.actor().id();
        return own || scope.has(WORKING, matter.at())
                ? Optional.empty()
                : Optional.of(Refusal.of("evidence.refused.others"));
    }

    /** What was removed is looked at only by those who lead; no administrator opens what units work on. */
    static boolean mayOpen(Item item, Matter matter, Scope scope) {
        return item.removed() == null || scope.has(ANSWERING, matter.at());
    }

    static void room(int standing) {
        if (standing >= MOST) {
            throw Refusal.of("evidence.refused.many", MOST);
        }
    }

    static void caption(String caption) {
        if (caption != null && caption.length() > TEXT) {
            throw Refusal.of("evidence.refused.long", TEXT);
        }
    }

    static void reason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.of("evidence.refused.reason");
        }
        caption(reason);
    }

    /** A name that no other piece of the matter has: phones call every photo the same. */
    static String free(String wanted, Collection<String> taken) {
        int dot = wanted.lastIndexOf('.');
        String stem = wanted.substring(0, dot);
        String ending = wanted.substring(dot);
        String name = wanted;
        for (int i = 2; taken.contains(name); i++) {
            name = stem + " (" + i + ")" + ending;
        }
        return name;
    }
}
