package org.luodi.sheets;

import java.util.List;
import org.luodi.matters.Amendment;
import org.luodi.matters.Matter;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Stage;
import org.luodi.platform.Refusal;
import org.luodi.sheets.Sheet.Outcome;

/**
 * What is to become of a row, with what it takes to do it.
 *
 * @param created the matter to bring into being, at {@code stage}
 * @param standing the matter to correct by {@code amendment}, or that already is what the row says
 * @param changed words of the columns that differ
 */
record SheetVerdict(
        Outcome outcome,
        String number,
        NewMatter created,
        Stage stage,
        Matters.Told standing,
        Amendment amendment,
        List<String> changed,
        Refusal refusal) {

    static SheetVerdict create(NewMatter matter, Stage stage) {
        return new SheetVerdict(Outcome.CREATE, matter.number(), matter, stage, null, null, List.of(), null);
    }

    static SheetVerdict update(Matters.Told standing, Amendment amendment, List<String> changed) {
        return new SheetVerdict(
                Outcome.UPDATE, standing.matter().number(), null, null, standing, amendment, changed, null);
    }

    static SheetVerdict same(Matters.Told standing) {
        return new SheetVerdict(Outcome.SAME, standing.matter().number(), null, null, standing, null, List.of(), null);
    }

    static SheetVerdict refused(String number, Refusal refusal) {
        return new SheetVerdict(Outcome.REFUSED, number, null, null, null, null, List.of(), refusal);
    }

    /** The row with this verdict, not yet applied. */
    Sheet.Line line(int row, List<String> payload) {
        Matter about = standing == null ? null : standing.matter();
        return new Sheet.Line(
                row,
                outcome,
                false,
                number,
                about == null ? null : about.id(),
                about == null ? null : about.version(),
                refusal == null ? null : refusal.key(),
                refusal == null ? List.of() : SheetStore.plain(refusal.args()),
                changed,
                payload);
    }
}
