package org.luodi.matters;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.ledger.Ledger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the close of a matter rests on. What those affected said themselves comes in here and has its consequences by the rule: nobody
 * makes these moves by hand (mechanisms 53, 54).
 */
@Component
public class Closings {

    private final Matters matters;
    private final ClosingStore store;
    private final Gathering gathering;
    private final MatterStore rows;
    private final Making making;

    Closings(Matters matters, Matters.Stores stores, ClosingStore store, Gathering gathering, Making making) {
        this.matters = matters;
        this.store = store;
        this.gathering = gathering;
        this.rows = stores.matters();
        this.making = making;
    }

    /** What a move by the rule needs. */
    @Component("closingsMaking")
    record Making(Consequences consequences, Answerable answerable, Units units, Ledger ledger, Clock clock) {}

    /**
     * What a close rests on.
     *
     * @param signature null where nobody signed since it last came back
     * @param missing levels that are asked to accept and have not
     */
    public record Closing(
            List<Acceptance> acceptances, Signature signature, List<Verdict> verdicts, Set<String> missing) {}

    /** The leader's own signature below a marked matter (mechanisms 57). */
    public record Signature(UnitId unit, long by, Instant at) {}

    /** What stands of it now. */
    @Transactional(readOnly = true)
    public Closing of(MatterId id, Scope scope) {
        Matter matter = matters.visible(id, scope).matter();
        List<Acceptance> acceptances = store.acceptances(id);
        return new Closing(
                acceptances,
                store.signature(matter).orElse(null),
                store.verdicts(id),
                gathering.missing(matter, acceptances));
    }

    /** Keeps their word with the matter, which stays where it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Matter keep(MatterId id, Verdict verdict) {
        return make(Verb.EVALUATE, id, verdict);
    }

    /** Their word brings it back; the second time it rises one level. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Matter sendBack(MatterId id, Verdict verdict) {
        return make(Verb.SEND_BACK, id, verdict);
    }

    private Matter make(Verb verb, MatterId id, Verdict verdict) {
        making.units().hold();
        Matter old = rows.hold(id).orElseThrow(() -> new NotFound("matter", id.value()));
        MatterMoves.Move move = MatterMoves.find(old.stage(), verb)
                .orElseThrow(() -> Refusal.of(
                        "matters.refused.stage",
                        "matters.verb." + verb.word(),
                        "matters.stage." + old.stage().word()));
        Acting acting =
                new Acting(new Scope(Actor.SYSTEM, List.of(), 0), making.clock().instant());
        Command command = Command.of(verb, old.version(), null).verdict(verdict);
        Placement placement = making.answerable().after(old, move, command, acting.scope());
        Matter now = MatterRules.moved(command, old, placement, acting);
        if (!rows.update(old, now)) {
            throw Refusal.conflict("matters.refused.stale.many");
        }
        making.ledger().append(acting.past(verb, old, now, placement));
        making.consequences().keep(new Consequences.Made(old, now, command, Standing.UNASKED), acting);
        return now;
    }
}
