package org.luodi.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.luodi.matters.MatterBatches;
import org.luodi.organisation.Scope;
import org.luodi.platform.Refusal;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;

/** Decides many rows at once, with few questions to the database; when a sheet is read, and again when it is applied. */
@Component
class SheetDecisions {

    private static final int KNOWN = 50_000;

    private final SheetUnits units;
    private final MatterBatches batches;
    private final Programmes programmes;

    SheetDecisions(SheetUnits units, MatterBatches batches, Programmes programmes) {
        this.units = units;
        this.batches = batches;
        this.programmes = programmes;
    }

    /** What one run over a sheet remembers from row to row. */
    final class Run {

        private final Sheet sheet;
        private final Map<String, SheetUnits.Answer> answers = new HashMap<>();
        private final Map<String, Integer> rowsByNumber = new HashMap<>();
        private Scope scope;
        private SheetRules rules;

        private Run(Sheet sheet) {
            this.sheet = sheet;
        }

        /** Goes on with what the account may see now: the tree or its grants may have changed meanwhile. */
        void renew(Scope now) {
            if (!now.equals(scope)) {
                scope = now;
                answers.clear();
                rules = rules(sheet, now);
            }
        }

        Scope scope() {
            return scope;
        }

        /** The verdicts, in the order of the entries. */
        List<SheetVerdict> decide(List<SheetEntry> entries) {
            if (answers.size() > KNOWN) {
                answers.clear();
            }
            units.answer(
                    entries.stream()
                            .map(e -> e.text(SheetColumn.UNIT))
                            .filter(Objects::nonNull)
                            .toList(),
                    scope,
                    answers);
            List<Object> numbers = entries.stream().map(this::number).toList();
            SheetRules.Known known = new SheetRules.Known(
                    answers,
                    batches.byNumbers(numbers.stream()
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .toList()));
            List<SheetVerdict> verdicts = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                verdicts.add(verdict(entries.get(i), numbers.get(i), known));
            }
            return verdicts;
        }

        private Object number(SheetEntry entry) {
            try {
                return rules.number(entry, answers);
            } catch (Refusal refusal) {
                return refusal;
            }
        }

        private SheetVerdict verdict(SheetEntry entry, Object number, SheetRules.Known known) {
            if (number instanceof Refusal refusal) {
                return SheetVerdict.refused(entry.text(SheetColumn.NUMBER), refusal);
            }
            Integer earlier = rowsByNumber.putIfAbsent((String) number, entry.row());
            return earlier == null || earlier == entry.row()
                    ? rules.decide(entry, (String) number, known)
                    : SheetVerdict.refused((String) number, Refusal.of("sheets.refused.twice", number, earlier));
        }
    }

    Run run(Sheet sheet) {
        return new Run(sheet);
    }

    private SheetRules rules(Sheet sheet, Scope scope) {
        return new SheetRules(SheetRules.Terms.of(programmes.current()), sheet.batch(), scope, batches);
    }
}
