package org.luodi.sheets.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.luodi.platform.web.Ui;
import org.luodi.sheets.Sheet;
import org.luodi.sheets.Sheet.Outcome;

/** A sheet as the API shows it. */
record SheetJson(
        long id,
        String name,
        int batch,
        String state,
        int percent,
        String reason,
        Map<String, Integer> rows,
        Map<String, Integer> applied,
        List<Sheet.Heading> headings,
        OffsetDateTime createdAt) {

    /** A row as the API shows it. */
    record Row(
            int row, String outcome, boolean applied, String number, Long matter, String says, List<String> changed) {

        static Row of(Sheet.Line line, Ui ui) {
            return new Row(
                    line.row(),
                    line.outcome().word(),
                    line.applied(),
                    line.number(),
                    line.matter() == null ? null : line.matter().value(),
                    SheetPage.says(ui, line),
                    line.changed());
        }
    }

    static SheetJson of(Sheet sheet, Sheet.Counts counts, Ui ui, ZoneId zone) {
        return new SheetJson(
                sheet.id(),
                sheet.name(),
                sheet.batch(),
                sheet.state().word(),
                sheet.percent(),
                sheet.reason() == null
                        ? null
                        : ui.text(sheet.reason(), sheet.args().toArray()),
                words(counts.rows()),
                words(counts.applied()),
                sheet.headings(),
                sheet.createdAt().atZone(zone).toOffsetDateTime());
    }

    private static Map<String, Integer> words(Map<Outcome, Integer> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().word(), Map.Entry::getValue));
    }
}
