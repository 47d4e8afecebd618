package org.luodi.promises;

import java.util.Optional;
import java.util.Set;
import org.luodi.matters.Matter;
import org.luodi.matters.Stage;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.platform.Refusal;
import org.luodi.voice.PersonalData;

/** Who may put up, release and recall what the public sees: pure. */
final class PromiseRules {

    static final int TITLE = 200;
    static final int WORDS = 4000;
    static final int PROOFS = 20;
    private static final Set<Role> WORKING = Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY);

    private PromiseRules() {}

    /** Why this person may not put the matter up; empty where he may. */
    static Optional<Refusal> mayNotPropose(Matter matter, Scope scope) {
        if (!scope.has(WORKING, matter.at())) {
            return Optional.of(Refusal.of("promises.refused.role"));
        }
        boolean ended = matter.stage() == Stage.EXCLUDED || matter.stage() == Stage.MERGED;
        return ended ? Optional.of(Refusal.of("promises.refused.ended")) : Optional.empty();
    }

    /** Why this person may not make the move; empty where he may. */
    static Optional<Refusal> mayNot(Promise promise, PromiseMoves.Verb verb, Scope scope) {
        PromiseMoves.Move move = PromiseMoves.find(promise.state(), verb).orElse(null);
        if (move == null) {
            return Optional.of(
                    Refusal.of("promises.refused.state." + promise.state().word()));
        }
        if (!scope.has(WORKING, promise.at())) {
            return Optional.of(Refusal.of("promises.refused.role"));
        }
        boolean same = promise.proposed().by() == scope.actor().id();
        return move.second() && same ? Optional.of(Refusal.of("promises.refused.second")) : Optional.empty();
    }

    /** The part of a scope in which somebody works and does not only read. */
    static Scope working(Scope scope) {
        return new Scope(
                scope.actor(),
                scope.grants().stream().filter(g -> WORKING.contains(g.role())).toList(),
                scope.treeVersion());
    }

    /** What is typed, without blanks around it. */
    static NewPromise checked(NewPromise typed) {
        refuseIf(typed.proofs().size() > PROOFS, "promises.refused.proofs", PROOFS);
        return new NewPromise(
                typed.matter(),
                open(text(typed.title(), "promises.refused.title", TITLE)),
                open(text(typed.words(), "promises.refused.words", WORDS)),
                typed.proofs());
    }

    /** Refuses what tells who somebody is: nothing personal is published (mechanisms 52). */
    private static String open(String text) {
        PersonalData.in(text).stream().findFirst().ifPresent(found -> {
            throw Refusal.of("promises.refused.personal", text.substring(found.from(), found.to()));
        });
        return text;
    }

    static String reason(String given) {
        return text(given, "promises.refused.reason", WORDS);
    }

    private static String text(String given, String missing, int most) {
        refuseIf(given == null || given.isBlank(), missing);
        refuseIf(given.strip().length() > most, "promises.refused.long", most);
        return given.strip();
    }

    static void refuseIf(boolean condition, String key, Object... args) {
        if (condition) {
            throw Refusal.of(key, args);
        }
    }
}
