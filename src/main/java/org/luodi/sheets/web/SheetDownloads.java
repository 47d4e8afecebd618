package org.luodi.sheets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.luodi.matters.MatterFilter;
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

/** Ledger sheets to take away, each written whole before it is sent. */
@Controller
class SheetDownloads {

    private final SheetImports imports;
    private final SheetExports exports;
    private final Programmes programmes;
    private final Uis uis;

    SheetDownloads(SheetImports imports, SheetExports exports, Programmes programmes, Uis uis) {
        this.imports = imports;
        this.exports = exports;
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
        file(ui.text("sheets.file.template"), "xlsx")
                .send(response, out -> exports.template(new SheetExports.Form("xlsx", ui.language()), out));
    }

    @GetMapping("/sheets/{id}/refused.xlsx")
    void refused(@PathVariable long id, Scope scope, HttpServletResponse response) throws IOException {
        Ui ui = uis.now();
        Sheet sheet = imports.visible(id, scope);
        file(ui.text("sheets.file.refused", Long.toString(id)), "xlsx")
                .send(response, out -> imports.refused(sheet, out, ui.language(), line -> SheetPage.says(ui, line)));
    }

    @GetMapping({"/matters/export.{kind:xlsx|csv}", "/api/matters/export.{kind:xlsx|csv}"})
    void export(
            @PathVariable String kind,
            @RequestParam Map<String, String> query,
            Scope scope,
            HttpServletResponse response)
            throws IOException {
        MatterFilter filter = MatterFilter.read(query, scope.home()).known(programmes.current());
        Ui ui = uis.now();
        SheetExports.Form form = new SheetExports.Form(kind, ui.language());
        file(ui.text("sheets.file.export"), kind)
                .send(response, out -> exports.write(filter, scope.actor(), form, out));
    }

    private static Attachment file(String name, String kind) {
        return "csv".equals(kind) ? new Attachment("text/csv;charset=UTF-8", name + ".csv") : Attachment.workbook(name);
    }
}
