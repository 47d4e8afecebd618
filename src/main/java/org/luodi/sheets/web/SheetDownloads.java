package org.luodi.sheets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.platform.web.Attachment;
import org.luodi.platform.web.Nav;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.luodi.programme.Programmes;
import org.luodi.sheets.Sheet;
import org.luodi.sheets.SheetExports;
import org.luodi.sheets.SheetImports;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Ledger sheets to take away, written while they are sent. */
@Controller
class SheetDownloads {

    private final SheetImports imports;
    private final SheetExports exports;
    private final Matters matters;
    private final Programmes programmes;
    private final Uis uis;

    SheetDownloads(SheetImports imports, SheetExports exports, Matters matters, Programmes programmes, Uis uis) {
        this.imports = imports;
        this.exports = exports;
        this.matters = matters;
        this.programmes = programmes;
        this.uis = uis;
    }

    /** Its place in the navigation. */
    @Bean
    static Nav sheetsNav() {
        return new Nav(25, "/sheets", "sheets.title");
    }

    @GetMapping("/sheets/template.xlsx")
    void template(HttpServletResponse response) throws IOException {
        Ui ui = uis.now();
        exports.template(
                new SheetExports.Form("xlsx", ui.language()), start(response, ui.text("sheets.file.template"), "xlsx"));
    }

    @GetMapping("/sheets/{id}/refused.xlsx")
    void refused(@PathVariable long id, Scope scope, HttpServletResponse response) throws IOException {
        Ui ui = uis.now();
        Sheet sheet = imports.visible(id, scope);
        OutputStream out = start(response, ui.text("sheets.file.refused", Long.toString(id)), "xlsx");
        imports.refused(sheet, out, ui.language(), line -> SheetPage.says(ui, line));
    }

    @GetMapping({"/matters/export.{kind:xlsx|csv}", "/api/matters/export.{kind:xlsx|csv}"})
    void export(
            @PathVariable String kind,
            @RequestParam Map<String, String> query,
            Scope scope,
            HttpServletResponse response)
            throws IOException {
        MatterFilter filter = MatterFilter.read(query, scope.home()).known(programmes.current());
        matters.list(filter, scope, null, 1);
        Ui ui = uis.now();
        OutputStream out = start(response, ui.text("sheets.file.export"), kind);
        exports.write(filter, scope, new SheetExports.Form(kind, ui.language()), out);
    }

    private static OutputStream start(HttpServletResponse response, String name, String kind) throws IOException {
        Attachment file = "csv".equals(kind)
                ? new Attachment("text/csv;charset=UTF-8", name + ".csv")
                : Attachment.workbook(name);
        file.begin(response);
        return response.getOutputStream();
    }
}
