package org.luodi.platform.identity;

import java.util.Optional;
import java.util.Set;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Reach;

/** What organisation knows of an account and identity must ask: it implements this. */
public interface Powers {

    /** As whom the account may call addresses, by the roles that it holds now. */
    Set<AccessRule.Who> callsAs(Actor actor);

    /** Where the account stands: the unit of its first role and those whose record its doings belong to; empty where it has no role. */
    Optional<Seat> seat(long account);

    /** A unit, and the units it counts for. */
    record Seat(int unit, Reach reach) {}

    /** Which role or wish for one stands in the way of erasing the account, and what to do; empty where none does. */
    Optional<Refusal> hindersErasure(long account);

    /** Whether everything the other account holds lies within what this one administers, so that it may be disabled or renewed by it. */
    boolean answersFor(Actor administrator, long account);
}
