package org.luodi.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.luodi.organisation.Scope;
import org.luodi.organisation.TreeImport;
import org.luodi.platform.files.Upload;
import org.luodi.platform.web.Attachment;
import org.luodi.platform.web.Forms;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files of units: uploaded, looked at, then made. */
@Controller
class ImportPages {

    private final TreeImport imports;
    private final Uis uis;
    private final Forms forms;

    ImportPages(TreeImport imports, Uis uis, Forms forms) {
        this.uis = uis;
        this.imports = imports;
        this.forms = forms;
    }

    @GetMapping("/units/imports")
    String form() {
        return "organisation/import";
    }

    @PostMapping("/units/imports")
    String offer(@RequestParam MultipartFile file, Scope scope, Model model) {
        return forms.answer(
                model, () -> "redirect:/units/imports/" + offer(imports, file, scope), () -> "organisation/import");
    }

    @GetMapping("/units/imports/{number}")
    String report(@PathVariable long number, Scope scope, Model model) {
        model.addAttribute("report", imports.report(number, scope));
        return "organisation/imported";
    }

    @PostMapping("/units/imports/{number}/confirmation")
    String confirm(@PathVariable long number, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> {
                    imports.apply(number, scope);
                    return "redirect:/units/imports/" + number;
                },
                () -> report(number, scope, model));
    }

    /** The rows that are refused, each with its reason, to be mended and brought again. */
    @GetMapping({"/units/imports/{number}/refused.xlsx", "/api/unit-imports/{number}/refused.xlsx"})
    void refused(@PathVariable long number, Scope scope, HttpServletResponse response) throws IOException {
        Ui ui = uis.now();
        imports.report(number, scope);
        Attachment.workbook(ui.text("changes.import.refused.file", Long.toString(number)))
                .begin(response);
        var reasons = new TreeImport.Reasons(ui.text("changes.import.reason"), ui::refusal);
        imports.refused(number, scope, response.getOutputStream(), reasons);
    }

    static long offer(TreeImport imports, MultipartFile file, Scope scope) {
        try (InputStream content = file.getInputStream()) {
            return imports.offer(new Upload(file.getOriginalFilename(), file.getContentType(), content), scope);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
