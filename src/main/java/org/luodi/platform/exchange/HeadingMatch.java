package org.luodi.platform.exchange;

import java.util.List;
import java.util.Map;

/**
 * Which column holds which field.
 *
 * @param columns the column of each field that has one
 * @param unmatched columns that no field knows, or that are left out on purpose
 * @param missing required fields without a column
 * @param ambiguous fields that several columns answer to equally well; none of them is taken
 */
public record HeadingMatch<F>(
        Map<F, Headings.Column> columns,
        List<Headings.Column> unmatched,
        List<F> missing,
        Map<F, List<Headings.Column>> ambiguous) {

    /** True when every required field has its column and nothing is left to decide. */
    public boolean isComplete() {
        return missing.isEmpty() && ambiguous.isEmpty();
    }

    /** The cell of a field in a row, blank where the field has no column. */
    public Cell cell(SheetRow row, F field) {
        Headings.Column column = columns.get(field);
        return column == null ? Cell.BLANK : row.cell(column.index());
    }
}
