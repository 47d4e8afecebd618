package org.luodi.claims;

import java.time.Instant;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.Placement;
import org.luodi.organisation.PositionCopies;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.UnitObligations;
import org.luodi.organisation.Units;
import org.springframework.stereotype.Component;

/** What ties claims to units: their positions follow the tree, and no open claim lies with a unit that has ended. */
@Component
class ClaimObligations implements UnitObligations, PositionCopies {

    private final ClaimDutyStore store;
    private final Steps steps;
    private final Units units;

    ClaimObligations(ClaimDutyStore store, Steps steps, Units units) {
        this.store = store;
        this.steps = steps;
        this.units = units;
    }

    @Override
    public void reposition(Line line, int[] units, Long[] positions) {
        store.reposition(line, units, positions);
    }

    @Override
    public long openAt(UnitId unit) {
        return store.countAsked(unit);
    }

    @Override
    public long openIn(Interval subtree, Line line) {
        return store.countAsked(subtree, line);
    }

    @Override
    public void handOver(UnitId from, UnitId to, Scope by, Instant at) {
        Acting acting = new Acting(by, at);
        for (Claim old : store.openOf(from)) {
            Placement heir = units.place(to);
            Claim now = Turn.of(old).replace(from, to, heir.at()).by(acting);
            steps.write(old, now, new Steps.Step(Verb.HAND_OVER, from, to, null, null, null), acting);
        }
    }
}
