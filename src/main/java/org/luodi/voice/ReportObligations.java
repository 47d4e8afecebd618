package org.luodi.voice;

import java.time.Instant;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.Placement;
import org.luodi.organisation.PositionCopies;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.UnitObligations;
import org.luodi.organisation.Units;
import org.luodi.voice.ReportSteps.Made;
import org.luodi.voice.ReportSteps.Said;
import org.springframework.stereotype.Component;

/** What ties reports to units: positions follow the tree, and no report or contact lies with a unit that has ended. */
@Component
class ReportObligations implements UnitObligations, PositionCopies {

    private final ReportDutyStore store;
    private final ContactStore contacts;
    private final ReportSteps steps;
    private final Units units;

    ReportObligations(ReportDutyStore store, ContactStore contacts, ReportSteps steps, Units units) {
        this.store = store;
        this.contacts = contacts;
        this.steps = steps;
        this.units = units;
    }

    @Override
    public void reposition(Line line, int[] units, Long[] positions) {
        store.reposition(line, units, positions);
        if (line == Line.TERRITORIAL) {
            contacts.reposition(units, positions);
        }
    }

    @Override
    public long openAt(UnitId unit) {
        return store.countOpen(unit);
    }

    @Override
    public long openIn(Interval subtree, Line line) {
        return store.countOpen(subtree, line);
    }

    @Override
    public void handOver(UnitId from, UnitId to, Scope by, Instant at) {
        ReportActing acting = new ReportActing(by, at);
        Placement heir = units.place(to);
        contacts.handOver(from, heir);
        for (Report old : store.standingAt(from)) {
            Report now = ReportTurn.of(old).replace(from, heir).by(acting);
            steps.write(old, now, new Made(Verb.HAND_OVER, new Said(from, to, null, null)), acting);
        }
    }
}
