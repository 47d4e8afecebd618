package org.luodi.sheets.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.luodi.organisation.Scope;
import org.luodi.platform.files.Upload;
import org.luodi.platform.web.Forms;
import org.luodi.platform.web.Uis;
import org.luodi.programme.Programmes;
import org.luodi.sheets.Sheet;
import org.luodi.sheets.SheetColumn;
import org.luodi.sheets.SheetImports;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Bringing a ledger sheet: upload, preview, columns, apply, stop. */
@Controller
class SheetPages {

    private static final int OWN = 20;
    private static final int ROWS = 50;

    private final SheetImports imports;
    private final Programmes programmes;
    private final Forms forms;
    private final Uis uis;

    SheetPages(SheetImports imports, Programmes programmes, Forms forms, Uis uis) {
        this.imports = imports;
        this.programmes = programmes;
        this.forms = forms;
        this.uis = uis;
    }

    @GetMapping("/sheets")
    String list(@RequestParam(required = false) String cursor, Scope scope, Model model) {
        Map<String, String> batches = new LinkedHashMap<>();
        programmes
                .current()
                .batches()
                .forEach(b -> batches.put(
                        Integer.toString(b.key()), b.name().in(uis.now().language())));
        model.addAttribute("sheets", imports.list(scope, cursor, OWN));
        model.addAttribute("paged", cursor != null);
        model.addAttribute("batches", batches);
        model.addAttribute("batch", Integer.toString(imports.usualBatch()));
        return "sheets/list";
    }

    @PostMapping("/sheets")
    String bring(MultipartFile file, @RequestParam Integer batch, Scope scope, Model model) {
        return forms.answer(
                model, () -> "redirect:/sheets/" + bring(file, batch, scope).id(), () -> list(null, scope, model));
    }

    private Sheet bring(MultipartFile file, Integer batch, Scope scope) {
        try (InputStream content = file.getInputStream()) {
            return imports.bring(new Upload(file.getOriginalFilename(), file.getContentType(), content), batch, scope);
        } catch (IOException lost) {
            throw new java.io.UncheckedIOException(lost);
        }
    }

    @GetMapping("/sheets/{id}")
    String one(@PathVariable long id, Asked asked, Scope scope, Model model) {
        Sheet sheet = imports.visible(id, scope);
        model.addAttribute(
                "page",
                new SheetPage(
                        sheet,
                        imports.counts(sheet),
                        imports.rows(sheet, asked.only(), asked.cursor(), ROWS),
                        asked.only(),
                        asked.cursor() != null));
        return "sheets/one";
    }

    @PostMapping("/sheets/{id}/mappings")
    String map(@PathVariable long id, @RequestParam Map<String, String> typed, Scope scope, Model model) {
        Sheet sheet = imports.visible(id, scope);
        Map<Integer, Optional<SheetColumn>> fields = new HashMap<>();
        sheet.headings()
                .forEach(h -> fields.put(h.index(), SheetColumn.of(typed.getOrDefault("column-" + h.index(), ""))));
        return act(id, scope, model, () -> imports.map(sheet, fields));
    }

    @PostMapping("/sheets/{id}/applications")
    String apply(@PathVariable long id, Scope scope, Model model) {
        return act(id, scope, model, () -> imports.apply(imports.visible(id, scope)));
    }

    @PostMapping("/sheets/{id}/cancellations")
    String cancel(@PathVariable long id, Scope scope, Model model) {
        return act(id, scope, model, () -> imports.cancel(imports.visible(id, scope)));
    }

    private String act(long id, Scope scope, Model model, Runnable work) {
        return forms.answer(
                model,
                () -> {
                    work.run();
                    return "redirect:/sheets/" + id;
                },
                () -> one(id, new Asked(null, null, null), scope, model));
    }
}
