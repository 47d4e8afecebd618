package org.luodi.sheets.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luodi.organisation.Scope;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.files.Upload;
import org.luodi.platform.web.Uis;
import org.luodi.sheets.Sheet;
import org.luodi.sheets.Sheet.Outcome;
import org.luodi.sheets.SheetColumn;
import org.luodi.sheets.SheetImports;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Ledger sheets as JSON. */
@RestController
class SheetApi {

    private final SheetImports imports;
    private final Uis uis;
    private final ZoneId zone;

    SheetApi(SheetImports imports, Uis uis, ZoneId zone) {
        this.imports = imports;
        this.uis = uis;
        this.zone = zone;
    }

    record SheetState(
            long id,
            String name,
            int batch,
            String state,
            int percent,
            String reason,
            Map<String, Integer> rows,
            Map<String, Integer> applied,
            List<Sheet.Heading> headings,
            OffsetDateTime createdAt) {}

    record SheetLine(
            int row, String outcome, boolean applied, String number, Long matter, String says, List<String> changed) {}

    /** Which rows are asked for. */
    record Asked(String outcome, String cursor, Integer limit) {

        Outcome only() {
            return outcome == null || outcome.isBlank()
                    ? null
                    : Outcome.of(outcome).orElseThrow(() -> Refusal.of("matters.refused.parameter", "outcome"));
        }

        int most() {
            return limit == null ? 50 : Math.max(1, Math.min(200, limit));
        }
    }

    @GetMapping("/api/sheets")
    Slice<SheetState> list(Asked asked, Scope scope) {
        Slice<Sheet> own = imports.list(scope, asked.cursor(), asked.most());
        return new Slice<>(own.rows().stream().map(this::state).toList(), own.next());
    }

    @PostMapping("/api/sheets")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SheetState bring(MultipartFile file, @RequestParam(required = false) Integer batch, Scope scope)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return state(imports.bring(
                    new Upload(file.getOriginalFilename(), file.getContentType(), content), batch, scope));
        }
    }

    @GetMapping("/api/sheets/{id}")
    SheetState one(@PathVariable long id, Scope scope) {
        return state(imports.visible(id, scope));
    }

    @GetMapping("/api/sheets/{id}/rows")
    Slice<SheetLine> rows(@PathVariable long id, Asked asked, Scope scope) {
        Slice<Sheet.Line> rows = imports.rows(imports.visible(id, scope), asked.only(), asked.cursor(), asked.most());
        return new Slice<>(rows.rows().stream().map(this::line).toList(), rows.next());
    }

    /** Column number to the word of a column, empty to leave it out. */
    @PostMapping("/api/sheets/{id}/mappings")
    SheetState map(@PathVariable long id, @RequestBody Map<Integer, String> columns, Scope scope) {
        Map<Integer, Optional<SheetColumn>> fields =
                columns.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> column(e.getValue())));
        imports.map(imports.visible(id, scope), fields);
        return one(id, scope);
    }

    @PostMapping("/api/sheets/{id}/applications")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SheetState apply(@PathVariable long id, Scope scope) {
        imports.apply(imports.visible(id, scope));
        return one(id, scope);
    }

    @PostMapping("/api/sheets/{id}/cancellations")
    SheetState cancel(@PathVariable long id, Scope scope) {
        imports.cancel(imports.visible(id, scope));
        return one(id, scope);
    }

    private static Optional<SheetColumn> column(String word) {
        Optional<SheetColumn> column = SheetColumn.of(word);
        if (column.isEmpty() && !word.isBlank()) {
            throw Refusal.of("matters.refused.parameter", word);
        }
        return column;
    }

    private SheetState state(Sheet s) {
        Sheet.Counts counts = imports.counts(s);
        return new SheetState(
                s.id(),
                s.name(),
                s.batch(),
                s.state().word(),
                s.percent(),
                s.reason() == null ? null : uis.now().text(s.reason(), s.args().toArray()),
                words(counts.rows()),
                words(counts.applied()),
                s.headings(),
                s.createdAt().atZone(zone).toOffsetDateTime());
    }

    private SheetLine line(Sheet.Line l) {
        return new SheetLine(
                l.row(),
                l.outcome().word(),
                l.applied(),
                l.number(),
                l.matter() == null ? null : l.matter().value(),
                SheetPage.says(uis.now(), l),
                l.changed());
    }

    private static Map<String, Integer> words(Map<Outcome, Integer> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }
}
