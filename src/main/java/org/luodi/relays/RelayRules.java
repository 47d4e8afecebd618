package org.luodi.relays;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;

/** Who may give, accept and take back: pure. */
final class RelayRules {

    static final int MOST = 200;
    private static final int PROMISES = 4000;
    private static final int CONTACTS = 1000;
    private static final Set<Role> GIVING = Set.of(Role.CLERK, Role.LEADER);
    private static final Set<Role> ACCEPTING = Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY);

    private RelayRules() {}

    static void mayGive(RelayDraft draft, Relay.End giver, Scope scope) {
        refuseIf(!scope.has(GIVING, giver.at()), "relays.refused.giver");
        boolean same = draft.giver().equals(draft.receiver());
        refuseIf(draft.kind() == Relay.Kind.UNIT && same, "relays.refused.same");
        refuseIf(draft.kind() == Relay.Kind.OFFICE && !same, "relays.refused.office");
        refuseIf(draft.matters().size() > MOST, "relays.refused.many", MOST);
        refuseIf(tooLong(draft.promises(), PROMISES), "relays.refused.long", PROMISES);
        refuseIf(tooLong(draft.contacts(), CONTACTS), "relays.refused.long", CONTACTS);
    }

    /** Whether each that was named is an open matter of the giver; {@code found} are those of them that exist. */
    static void areOf(UnitId giver, List<MatterId> named, List<Matters.Told> found) {
        long own = found.stream()
                .map(Matters.Told::matter)
                .filter(m -> m.unit().equals(giver) && m.stage().isOpen())
                .map(Matter::id)
                .filter(named::contains)
                .distinct()
                .count();
        refuseIf(own < named.stream().distinct().count(), "relays.refused.matters");
    }

    /** Why this person does not decide; empty where he may. */
    static Optional<Refusal> mayNotDecide(Relay relay, Scope scope) {
        return scope.has(ACCEPTING, relay.receiver().at())
                ? Optional.empty()
                : Optional.of(Refusal.of("relays.refused.receiver"));
    }

    static Optional<Refusal> mayNotWithdraw(Relay relay, Scope scope) {
        return relay.kind() != Relay.Kind.BATCH
                        && scope.has(GIVING, relay.giver().at())
                ? Optional.empty()
                : Optional.of(Refusal.of("relays.refused.withdraw"));
    }

    static String reason(String given) {
        refuseIf(given == null || given.isBlank(), "relays.refused.reason");
        refuseIf(tooLong(given, PROMISES), "relays.refused.long", PROMISES);
        return given.strip();
    }

    static void refuseIf(boolean condition, String key, Object... args) {
        if (condition) {
            throw Refusal.of(key, args);
        }
    }

    private static boolean tooLong(String text, int most) {
        return text != null && text.length() > most;
    }
}
