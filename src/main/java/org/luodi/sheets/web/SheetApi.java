package org.luodi.sheets.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luodi.organisation.Scope;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.files.Upload;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.luodi.sheets.Sheet;
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

    @GetMapping("/api/sheets")
    Slice<SheetJson> list(Asked asked, Scope scope) {
        Slice<Sheet> own = imports.list(scope, asked.cursor(), asked.most());
        return new Slice<>(own.rows().stream().map(this::state).toList(), own.next());
    }

    @PostMapping("/api/sheets")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SheetJson bring(MultipartFile file, @RequestParam(required = false) Integer batch, Scope scope) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return state(imports.bring(
                    new Upload(file.getOriginalFilename(), file.getContentType(), content), batch, scope));
        }
    }

    @GetMapping("/api/sheets/{id}")
    SheetJson one(@PathVariable long id, Scope scope) {
        return state(imports.visible(id, scope));
    }

    @GetMapping("/api/sheets/{id}/rows")
    Slice<SheetJson.Row> rows(@PathVariable long id, Asked asked, Scope scope) {
        Slice<Sheet.Line> rows = imports.rows(imports.visible(id, scope), asked.only(), asked.cursor(), asked.most());
        Ui ui = uis.now();
        return new Slice<>(
                rows.rows().stream().map(l -> SheetJson.Row.of(l, ui)).toList(), rows.next());
    }

    /** Column number to the word of a column, empty to leave it out. */
    @PostMapping("/api/sheets/{id}/mappings")
    SheetJson map(@PathVariable long id, @RequestBody Map<Integer, String> columns, Scope scope) {
        Map<Integer, Optional<SheetColumn>> fields =
                columns.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> column(e.getValue())));
        imports.map(imports.visible(id, scope), fields);
        return one(id, scope);
    }

    @PostMapping("/api/sheets/{id}/applications")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SheetJson apply(@PathVariable long id, Scope scope) {
        imports.apply(imports.visible(id, scope));
        return one(id, scope);
    }

    @PostMapping("/api/sheets/{id}/cancellations")
    SheetJson cancel(@PathVariable long id, Scope scope) {
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

    private SheetJson state(Sheet sheet) {
        return SheetJson.of(sheet, imports.counts(sheet), uis.now(), zone);
    }
}
