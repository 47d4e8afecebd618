package org.luodi.claims;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.luodi.claims.ClaimMoves.State;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Line;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Sends matters up. */
@Component
class Sending {

    private final ClaimStore store;
    private final MemberStore members;
    private final Steps steps;
    private final Desks desks;
    private final Units units;
    private final MatterBatches batches;
    private final Clock clock;

    Sending(
            ClaimStore store,
            MemberStore members,
            Steps steps,
            Desks desks,
            Units units,
            MatterBatches batches,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.steps = steps;
        this.desks = desks;
        this.units = units;
        this.batches = batches;
        this.clock = clock;
    }

    ClaimId send(NewClaim draft, Acting acting) {
        ClaimRules.count(draft);
        Placement place = steps.place(draft.asked(), acting);
        batches.hold(draft.matters());
        List<Matter> matters = matters(draft.matters(), acting.scope());
        Unit sender = sender(draft.sender(), matters, acting.scope());
        ClaimRules.maySend(sender.id(), acting.scope().grants());
        Unit asked = units.find(draft.asked()).orElseThrow();
        Line line =
                ClaimRules.send(draft, new ClaimRules.Sending(sender, asked, matters, members.taken(draft.matters())));
        Claim claim = claim(draft, new Route(sender, place, line), matters, acting);
        List<Member> about =
                matters.stream().map(m -> new Member(m.id(), m.unit(), null)).toList();
        try {
            steps.begin(claim, about, step(draft, sender.id(), asked.id()), acting);
        } catch (DuplicateKeyException faster) {
            throw Refusal.conflict("claims.refused.matter.taken.now");
        }
        return claim.id();
    }

    private static Steps.Step step(NewClaim draft, UnitId from, UnitId to) {
        return new Steps.Step(Verb.SEND, from, to, null, draft.evidence().strip(), null);
    }

    /** In the order given; what does not exist or is not in sight is not there. */
    List<Matter> matters(List<MatterId> ids, Scope scope) {
        Map<MatterId, Matter> found = batches.all(ids);
        return ids.stream()
                .distinct()
                .map(id -> {
                    Matter matter = found.get(id);
                    if (matter == null || !scope.sees(matter.at())) {
                        throw new NotFound("matter", id.value());
                    }
                    return matter;
                })
                .toList();
    }

    /** The unit that sends: the one that is named, or the smallest of the person's units that has all the matters. */
    Unit sender(UnitId named, List<Matter> matters, Scope scope) {
        if (named != null) {
            return units.visible(named, scope);
        }
        return scope.grants().stream()
                .filter(g -> ClaimMoves.Who.SENDER.allows(g.role()))
                .filter(g -> matters.stream().allMatch(m -> scope.at(m.at()).contains(g)))
                .min(Comparator.comparingLong(
                        g -> g.interval().to() - g.interval().from()))
                .map(Grant::unit)
                .map(desks::unit)
                .orElseThrow(() -> Refusal.of("claims.refused.who.sender"));
    }

    /** From whom to whom. */
    private record Route(Unit sender, Placement asked, Line line) {}

    private Claim claim(NewClaim draft, Route route, List<Matter> matters, Acting acting) {
        LocalDate today = acting.day(clock.getZone());
        return new Claim(
                new ClaimId(store.nextId()),
                State.SENT,
                Objects.requireNonNull(draft.lever()),
                matters.get(0).category(),
                route.line(),
                route.sender().id(),
                route.sender().at(),
                route.asked().unit(),
                route.asked().at(),
                null,
                null,
                today,
                desks.answerBy(today),
                false,
                0,
                false,
                null,
                null,
                matters.size(),
                0,
                1,
                acting.scope().actor().id(),
                acting.at());
    }
}
