package org.luodi.papers.web;

import java.io.ByteArrayOutputStream;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Scope;
import org.luodi.papers.Papers;
import org.luodi.platform.web.Attachment;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The closing report of a matter, to take away. */
@Controller
class ClosingPages {

    private final Papers papers;
    private final Uis uis;

    ClosingPages(Papers papers, Uis uis) {
        this.papers = papers;
        this.uis = uis;
    }

    @GetMapping({"/papers/closings/{id}.docx", "/api/papers/closings/{id}.docx"})
    ResponseEntity<byte[]> report(@PathVariable long id, Scope scope) {
        Ui ui = uis.now();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String number = papers.closing(new MatterId(id), scope, ui, out);
        return Attachment.paper(ui.text("papers.closing.file", number)).answer().body(out.toByteArray());
    }
}
