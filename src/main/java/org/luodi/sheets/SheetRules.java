package org.luodi.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.luodi.matters.Amendment;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Stage;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.platform.Digest;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.exchange.Headings;
import org.luodi.programme.Programme;

/** What is to become of a row of a ledger sheet, each no with its reason. */
record SheetRules(Terms terms, int batch, Scope scope, MatterBatches batches) {

    /** So many digits of a digest tell two rows apart. */
    private static final int DIGITS = 16;

    /** Categories and sources by their names in both languages and by their keys. */
    record Terms(Map<String, Integer> categories, Map<String, Integer> sources) {

        static Terms of(Programme programme) {
            return new Terms(byName(programme.categories()), byName(programme.sources()));
        }

        private static Map<String, Integer> byName(List<Programme.Term> terms) {
            Map<String, Integer> byName = new HashMap<>();
            for (Programme.Term term : terms) {
                byName.put(Integer.toString(term.key()), term.key());
                byName.put(Headings.normalise(term.name().en()), term.key());
                byName.put(Headings.normalise(term.name().zh()), term.key());
            }
            return byName;
        }
    }

    /** What the texts of a row stand for. */
    record Known(Map<String, SheetUnits.Answer> units, Map<String, Matters.Told> matters) {}

    /** The number of a row; where the sheet gives none, one that the same row always gets. */
    String number(SheetEntry entry, Map<String, SheetUnits.Answer> units) {
        String number = entry.number();
        if (number != null) {
            return number;
        }
        Unit unit = unit(entry, units);
        return "T-"
                + digest(unit.code() + "\n" + entry.needed(SheetColumn.TITLE) + "\n" + entry.day(SheetColumn.RAISED));
    }

    SheetVerdict decide(SheetEntry entry, String number, Known known) {
        try {
            Matters.Told standing = known.matters().get(number);
            if (standing == null) {
                return create(entry, number, unit(entry, known.units()));
            }
            refuseIf(!scope.sees(standing.matter().at()), "sheets.refused.number.taken", number);
            return entry.text(SheetColumn.UNIT) == null
                    ? update(entry, standing, null)
                    : update(entry, standing, unit(entry, known.units()));
        } catch (Refusal refusal) {
            return SheetVerdict.refused(number, refusal);
        } catch (NotFound unseen) {
            return SheetVerdict.refused(
                    number, Refusal.of("sheets.refused.unit.unknown", entry.text(SheetColumn.UNIT)));
        }
    }

    private SheetVerdict create(SheetEntry entry, String number, Unit unit) {
        Stage stage = stage(entry).orElse(Stage.RAISED);
        refuseIf(stage == Stage.MERGED, "sheets.refused.merged");
        NewMatter matter = new NewMatter(
                number,
                unit.id(),
                category(entry.needed(SheetColumn.CATEGORY)),
                source(entry.needed(SheetColumn.SOURCE)),
                batch,
                entry.day(SheetColumn.RAISED),
                entry.day(SheetColumn.DUE),
                entry.over(Detail.titled(entry.needed(SheetColumn.TITLE))));
        batches.check(matter, unit, scope);
        return SheetVerdict.create(matter, stage);
    }

    private SheetVerdict update(SheetEntry entry, Matters.Told standing, Unit unit) {
        Matter old = standing.matter();
        refuseIf(unit != null && !unit.id().equals(old.unit()), "sheets.refused.unit.moved");
        Stage stage = stage(entry).orElse(old.stage());
        refuseIf(
                stage != old.stage(),
                "sheets.refused.stage.moved",
                "matters.stage." + old.stage().word(),
                "matters.stage." + stage.word());
        String category = entry.text(SheetColumn.CATEGORY);
        String source = entry.text(SheetColumn.SOURCE);
        Amendment after = new Amendment(
                category == null || is(category, old.category()) ? old.category() : category(category),
                source == null || is(source, old.source()) ? old.source() : source(source),
                entry.or(SheetColumn.RAISED, old.raisedOn()),
                entry.or(SheetColumn.DUE, old.due()),
                entry.over(standing.detail()));
        if (after.equals(Amendment.none(standing))) {
            return SheetVerdict.same(standing);
        }
        batches.check(new MatterBatches.Correction(standing, after), scope);
        return SheetVerdict.update(standing, after, changed(entry, Amendment.none(standing), after));
    }

    /** The columns whose text alone would change something. */
    private static List<String> changed(SheetEntry entry, Amendment before, Amendment after) {
        List<String> changed = new ArrayList<>();
        entry.texts().forEach((column, text) -> {
            boolean differs = switch (column) {
                case CATEGORY -> before.category() != after.category();
                case SOURCE -> before.source() != after.source();
                case RAISED -> !Objects.equals(before.raisedOn(), after.raisedOn());
                case DUE -> !Objects.equals(before.due(), after.due());
                case NUMBER, UNIT, STAGE -> false;
                default ->
                    !new SheetEntry(0, Map.of(column, text))
                            .over(before.detail())
                            .equals(before.detail());
            };
            if (differs) {
                changed.add(column.word());
            }
        });
        return changed;
    }

    private static Unit unit(SheetEntry entry, Map<String, SheetUnits.Answer> units) {
        return units.get(entry.needed(SheetColumn.UNIT)).orThrow();
    }

    private static Optional<Stage> stage(SheetEntry entry) {
        String text = entry.text(SheetColumn.STAGE);
        Optional<Stage> stage = text == null ? Optional.empty() : ColumnNames.stage(text);
        refuseIf(
                text != null && stage.isEmpty(),
                "sheets.refused.stage",
                text == null ? "" : SheetEntry.shortened(text));
        return stage;
    }

    /** A term the programme no longer has is written by its key. */
    private static boolean is(String text, int key) {
        return text.equals(Integer.toString(key));
    }

    private int category(String text) {
        return term(terms.categories(), text, SheetColumn.CATEGORY);
    }

    private int source(String text) {
        return term(terms.sources(), text, SheetColumn.SOURCE);
    }

    private static int term(Map<String, Integer> terms, String text, SheetColumn column) {
        Integer key = terms.get(Headings.normalise(text));
        if (key == null) {
            throw Refusal.of("sheets.refused.term", column.key(), SheetEntry.shortened(text));
        }
        return key;
    }

    private static String digest(String text) {
        return Digest.hex(text).substring(0, DIGITS);
    }

    private static void refuseIf(boolean condition, String key, Object... args) {
        if (condition) {
            throw Refusal.of(key, args);
        }
    }
}
