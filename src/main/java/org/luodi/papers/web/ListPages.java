package org.luodi.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.luodi.matters.MatterFilter;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.papers.Papers;
import org.luodi.platform.NotFound;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A filtered list of matters as the workbook of the three lists. */
@Controller
class ListPages {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Papers papers;
    private final Programmes programmes;
    private final Uis uis;

    ListPages(Papers papers, Programmes programmes, Uis uis) {
        this.papers = papers;
        this.programmes = programmes;
        this.uis = uis;
    }

    /** Written to the disk first: no slow reader holds up the database, and what goes wrong is still answered plainly. */
    @GetMapping({"/papers/three-lists.xlsx", "/api/papers/three-lists.xlsx"})
    void threeLists(@RequestParam Map<String, String> query, Scope scope, HttpServletResponse response)
            throws IOException {
        MatterFilter filter = MatterFilter.read(query, home(scope)).known(programmes.current());
        Ui ui = uis.now();
        Path file = Files.createTempFile("three-lists-", ".xlsx");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                papers.threeLists(filter, scope, ui, out);
            }
            response.setContentType(WORKBOOK);
            response.setHeader("Content-Disposition", Downloads.attachment(ui.text("papers.lists.file") + ".xlsx"));
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static UnitId home(Scope scope) {
        return scope.grants().stream().map(Grant::unit).findFirst().orElseThrow(() -> new NotFound("unit", "home"));
    }
}
