package org.luodi.claims;

import java.time.LocalDate;
import org.luodi.claims.ClaimMoves.State;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Position;
import org.luodi.organisation.UnitId;

/** The next version of a claim in the making: what a move does not name stays. */
final class Turn {

    private final Claim old;
    private State state;
    private UnitId sender;
    private Position senderAt;
    private UnitId asked;
    private Position askedAt;
    private UnitId refuser;
    private UnitId holder;
    private LocalDate due;
    private boolean stuck;
    private int hops;
    private boolean appealed;
    private Ground ground;
    private MatterId root;

    private Turn(Claim old) {
        this.old = old;
        this.state = old.state();
        this.sender = old.sender();
        this.senderAt = old.senderAt();
        this.asked = old.asked();
        this.askedAt = old.askedAt();
        this.refuser = old.refuser();
        this.holder = old.holder();
        this.due = old.due();
        this.stuck = old.stuck();
        this.hops = old.hops();
        this.appealed = old.appealed();
        this.ground = old.ground();
        this.root = old.root();
    }

    static Turn of(Claim old) {
        return new Turn(old);
    }

    /** Where an answer has been given no day runs. */
    Turn to(State next) {
        if (next == null) {
            return this;
        }
        state = next;
        due = next.isOpen() ? due : null;
        stuck = stuck && next.isOpen();
        return this;
    }

    /** To another desk, with a new day. */
    Turn ask(UnitId unit, Position at, LocalDate day) {
        asked = unit;
        askedAt = at;
        due = day;
        stuck = false;
        return this;
    }

    Turn hop() {
        hops++;
        return this;
    }

    Turn refused(Ground why) {
        refuser = old.asked();
        ground = why;
        return this;
    }

    Turn appealed() {
        appealed = true;
        return this;
    }

    Turn stuck() {
        stuck = true;
        return this;
    }

    Turn held(UnitId by, MatterId in) {
        holder = by;
        root = in;
        return this;
    }

    /** One unit stands for another wherever that one stood. */
    Turn replace(UnitId ended, UnitId by, Position at) {
        if (ended.equals(sender)) {
            sender = by;
            senderAt = at;
        }
        if (ended.equals(asked)) {
            asked = by;
            askedAt = at;
        }
        refuser = ended.equals(refuser) ? by : refuser;
        return this;
    }

    Claim by(Acting acting) {
        return new Claim(
                old.id(),
                state,
                old.lever(),
                old.category(),
                old.line(),
                sender,
                senderAt,
                asked,
                askedAt,
                refuser,
                holder,
                old.sentOn(),
                due,
                stuck,
                hops,
                appealed,
                ground,
                root,
                old.matters(),
                old.done(),
                old.version() + 1,
                acting.scope().actor().id(),
                acting.at());
    }
}
