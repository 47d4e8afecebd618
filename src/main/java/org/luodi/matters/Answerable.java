package org.luodi.matters;

import org.luodi.organisation.Line;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.springframework.stereotype.Component;

/** Which unit answers for a matter after a move, and where it stands; the tree is held. */
@Component
class Answerable {

    private final Units units;

    Answerable(Units units) {
        this.units = units;
    }

    /** The unit that is named, the next above where it rises, else the one that has answered so far. */
    Placement after(Matter old, MatterMoves.Move move, Command command, Scope scope) {
        if (move.needs().contains(Need.UNIT)) {
            return units.place(units.visible(command.unit(), scope).id());
        }
        if (move.to() == Stage.RELAPSED) {
            return units.place(units.successor(old.unit()));
        }
        return MatterRules.rises(old, move) ? units.place(above(old.unit())) : same(old);
    }

    /** The unit that answers; what has ended may lie with one that has ended as well. */
    Placement same(Matter matter) {
        return matter.stage().isOpen() ? units.place(matter.unit()) : units.stood(matter.unit());
    }

    /** The same matter after a relapse, where it shows now: another unit says that it is gone where that one has ended. */
    Matter shown(Matter relapsed) {
        UnitId symptom = relapsed.traits().symptom();
        return symptom == null
                ? relapsed
                : Revision.of(relapsed)
                        .traits(relapsed.traits().shownAt(units.successor(symptom)))
                        .same();
    }

    private UnitId above(UnitId unit) {
        UnitId above = units.find(unit).orElseThrow().superior(Line.TERRITORIAL);
        return above == null ? unit : above;
    }
}
