package org.luodi.voice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterId;
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

/**
 * What ties reports to units: positions follow the tree, no report or contact lies with a unit that has ended, and a report goes with the
 * matter that it became, so that what its reporter says reaches whoever answers.
 */
@Component
class ReportObligations implements UnitObligations, PositionCopies, Matter.Copies {

    private final ReportDutyStore store;
    private final ContactStore contacts;
    private final ReportSteps steps;
    private final ReportPlaces places;
    private final MatterBatches matters;
    private final Units units;
    private final Clock clock;

    ReportObligations(
            ReportDutyStore store,
            ContactStore contacts,
            ReportSteps steps,
            ReportPlaces places,
            MatterBatches matters,
            Units units,
            Clock clock) {
        this.store = store;
        this.contacts = contacts;
        this.steps = steps;
        this.places = places;
        this.matters = matters;
        this.units = units;
        this.clock = clock;
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

    @Override
    public void follow(List<Matter> moved) {
        List<MatterId> ids = moved.stream().map(Matter::id).toList();
        Map<MatterId, Matter> now = matters.goingOn(ids);
        matters.withJoined(ids)
                .forEach((id, parts) ->
                        store.elsewhere(parts, now.get(id).unit()).forEach(this::follow));
    }

    private void follow(Report old) {
        ReportActing clockwork = ReportActing.nobody(clock.instant());
        Report now = places.turn(old).by(clockwork);
        if (!now.receiver().equals(old.receiver())) {
            Said said = new Said(old.receiver(), now.receiver(), null, null);
            steps.write(old, now, new Made(Verb.HAND_OVER, said), clockwork);
        }
    }
}
