package org.luodi.matters;

import java.time.Instant;
import java.time.LocalDate;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;

/** The next version of a matter in the making: what a change does not name stays. */
final class Revision {

    private final Matter old;
    private UnitId unit;
    private Position at;
    private Stage stage;
    private int category;
    private int source;
    private int batch;
    private LocalDate raisedOn;
    private LocalDate due;
    private int reopened;
    private MatterId mergedInto;
    private Traits traits;

    private Revision(Matter old) {
        this.old = old;
        this.unit = old.unit();
        this.at = old.at();
        this.stage = old.stage();
        this.category = old.category();
        this.source = old.source();
        this.batch = old.batch();
        this.raisedOn = old.raisedOn();
        this.due = old.due();
        this.reopened = old.reopened();
        this.mergedInto = old.mergedInto();
        this.traits = old.traits();
    }

    static Revision of(Matter old) {
        return new Revision(old);
    }

    Revision place(Placement to) {
        unit = to.unit();
        at = to.at();
        return this;
    }

    /** Where it comes back, that is counted. */
    Revision stage(Stage to) {
        boolean comesBack = to == Stage.RETURNED || to == Stage.RELAPSED;
        reopened += comesBack && to != stage ? 1 : 0;
        stage = to;
        return this;
    }

    Revision terms(int newCategory, int newSource) {
        category = newCategory;
        source = newSource;
        return this;
    }

    Revision batch(int key) {
        batch = key;
        return this;
    }

    Revision raised(LocalDate day) {
        raisedOn = day;
        return this;
    }

    Revision due(LocalDate day) {
        due = day;
        return this;
    }

    Revision merged(MatterId into) {
        mergedInto = into;
        return this;
    }

    Revision traits(Traits now) {
        traits = now;
        return this;
    }

    /** The next version, made by somebody at a moment. */
    Matter by(Acting acting) {
        return made(old.version() + 1, acting.scope().actor().id(), acting.at());
    }

    /** The same version, for what is being raised. */
    Matter same() {
        return made(old.version(), old.changedBy(), old.changedAt());
    }

    /** Another stage answers whatever was proposed. */
    private Matter made(int version, long by, Instant when) {
        return new Matter(
                old.id(),
                old.number(),
                unit,
                at,
                stage,
                category,
                source,
                batch,
                raisedOn,
                due,
                reopened,
                mergedInto,
                stage == old.stage() ? traits : traits.proposedBy(null),
                version,
                by,
                when);
    }
}
