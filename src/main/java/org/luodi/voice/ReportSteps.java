package org.luodi.voice;

import java.util.List;
import org.luodi.organisation.Placement;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Writes a step down: the state, what was said and the ledger entry change together, inside the caller's transaction. */
@Component
class ReportSteps {

    private final ReportStore store;
    private final StepStore steps;
    private final Units units;
    private final Accounts accounts;
    private final Ledger ledger;

    ReportSteps(ReportStore store, StepStore steps, Units units, Accounts accounts, Ledger ledger) {
        this.store = store;
        this.steps = steps;
        this.units = units;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /** What an office said with a step, and where it goes; each may be null. */
    record Said(UnitId from, UnitId to, Ground ground, String words) {

        static final Said NOTHING = new Said(null, null, null, null);
    }

    /** Where a unit stands, held until the transaction ends; a conflict where the tree changed since the scope was read. */
    Placement place(UnitId unit, ReportActing acting) {
        Placement placement = units.place(unit);
        if (!acting.isNobody() && placement.treeVersion() != acting.scope().treeVersion()) {
            throw Refusal.conflict("voice.refused.tree");
        }
        return placement;
    }

    void write(Report old, Report now, Verb verb, ReportActing acting) {
        write(old, now, new Made(verb, Said.NOTHING), acting);
    }

    /** A verb and what was said with it. */
    record Made(Verb verb, Said said) {}

    void write(Report old, Report now, Made made, ReportActing acting) {
        Placement asked = place(now.asked(), acting);
        if (!store.update(old, now)) {
            throw stale(store.find(old.id()).orElse(old));
        }
        Said said = made.said();
        steps.insert(
                now.id(),
                new Step(
                        now.version(),
                        made.verb(),
                        said.from(),
                        said.to(),
                        said.ground(),
                        said.words() == null ? null : said.words().strip(),
                        acting.scope().actor().id(),
                        acting.at()));
        ledger.append(acting.entry(made.verb(), now, asked));
    }

    /** Writes down that the day of the unit asked has passed: it stays where it is, and the unit is told once. */
    void ring(Report late, ReportActing clockwork) {
        ledger.append(clockwork.entry("overdue", late, place(late.asked(), clockwork)));
        store.rung(late);
    }

    void fresh(Report report, int version) {
        if (report.version() != version) {
            throw stale(report);
        }
    }

    private Refusal stale(Report now) {
        String who = accounts.names(List.of(now.changedBy())).getOrDefault(now.changedBy(), "?");
        return Refusal.conflict("voice.refused.stale", who, now.changedAt());
    }
}
