package org.luodi.matters;

import java.time.LocalDate;
import org.luodi.organisation.Placement;

/** A matter's state after a move: pure. */
final class Moved {

    private Moved() {}

    static Matter by(Command command, Matter old, Placement placement, Acting acting) {
        MatterMoves.Move move = MatterMoves.find(old.stage(), command.verb()).orElseThrow();
        Stage stage = move.to() == null ? old.stage() : move.to();
        boolean comesBack = stage == Stage.RETURNED || stage == Stage.RELAPSED;
        boolean dated = move.needs().contains(Need.DUE)
                || move.needs().contains(Need.NEW_DUE)
                || move.needs().contains(Need.LATER_DUE);
        LocalDate due = dated && command.due() != null ? command.due() : old.due();
        return new Matter(
                old.id(),
                old.number(),
                placement.unit(),
                placement.at(),
                stage,
                old.category(),
                old.source(),
                old.batch(),
                old.raisedOn(),
                due,
                old.reopened() + (comesBack && stage != old.stage() ? 1 : 0),
                stage == Stage.MERGED ? command.other() : old.mergedInto(),
                old.version() + 1,
                acting.scope().actor().id(),
                acting.at());
    }

    static Matter amended(Matter old, Amendment amendment, Acting acting) {
        return new Matter(
                old.id(),
                old.number(),
                old.unit(),
                old.at(),
                old.stage(),
                amendment.category(),
                amendment.source(),
                old.batch(),
                amendment.raisedOn(),
                amendment.due(),
                old.reopened(),
                old.mergedInto(),
                old.version() + 1,
                acting.scope().actor().id(),
                acting.at());
    }
}
