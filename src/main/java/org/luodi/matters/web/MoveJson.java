package org.luodi.matters.web;

import java.util.List;
import org.luodi.matters.MatterMoves;
import org.luodi.matters.Need;
import org.luodi.matters.Stage;

/**
 * A row of the table of moves.
 *
 * @param to null where the stage stays
 * @param noun where it is posted, below the matter
 */
record MoveJson(List<String> from, String verb, String noun, String to, String who, List<String> needs) {

    static MoveJson of(MatterMoves.Move move) {
        return new MoveJson(
                move.stages().stream().map(Stage::word).toList(),
                move.verb().word(),
                move.verb().noun(),
                move.to() == null ? null : move.to().word(),
                move.who().word(),
                move.needed().stream().map(Need::word).toList());
    }
}
