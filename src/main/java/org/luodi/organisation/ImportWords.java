package org.luodi.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says what the steps of an import mean.
 *
 * @param known the units that stand, by code
 * @param codes their codes by number
 * @param steps what will be done, by code
 */
record ImportWords(
        Map<String, ImportPlan.Known> known, Map<Integer, String> codes, Map<String, ImportPlan.Step> steps) {

    /** What the history says of a step: unit code, kind, before, after. */
    List<String[]> history(ImportPlan.Step step) {
        UnitRow row = step.row();
        List<String[]> events = new ArrayList<>();
        if (step.known() == null) {
            events.add(new String[] {row.code(), "added", null, row.name()});
        }
        if (step.renamed()) {
            events.add(new String[] {row.code(), "renamed", step.known().name(), row.name()});
        }
        if (step.moved()) {
            events.add(new String[] {row.code(), "moved", codes.get(step.known().superior()), row.superior()});
        }
        if (step.movedIndustry()) {
            Integer before = step.known() == null ? null : step.known().industry();
            events.add(new String[] {row.code(), "moved-industry", codes.get(before), row.industrySuperior()});
        }
        return events;
    }

    /** What a step changes, as a person reads it. */
    List<TreeImport.Difference> differences(ImportPlan.Step step) {
        UnitRow row = step.row();
        ImportPlan.Known before = step.known();
        List<TreeImport.Difference> differences = new ArrayList<>();
        if (step.renamed()) {
            differences.add(new TreeImport.Difference("name", before.name(), row.name()));
        }
        if (step.moved() || before == null) {
            String from = before == null ? null : shown(codes.get(before.superior()));
            differences.add(new TreeImport.Difference("superior", from, shown(row.superior())));
        }
        if (step.movedIndustry()) {
            String from = before == null ? null : shown(industryCode(before));
            differences.add(new TreeImport.Difference("industry", from, shown(row.industrySuperior())));
        }
        return differences;
    }

    private String shown(String code) {
        if (code == null) {
            return null;
        }
        ImportPlan.Known stands = known.get(code);
        ImportPlan.Step comes = steps.get(code);
        String name =
                stands != null ? stands.name() : comes != null ? comes.row().name() : "";
        return (code + " " + name).strip();
    }

    /** The code of the superior on the industry line: its own for the head of a line, null off the line. */
    String industryCode(ImportPlan.Known unit) {
        return unit.industry() != null && unit.industry() == 0 ? unit.code() : codes.get(unit.industry());
    }
}
