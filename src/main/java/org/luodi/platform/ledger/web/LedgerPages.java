package org.luodi.platform.ledger.web;

import java.nio.charset.StandardCharsets;
import org.luodi.platform.ledger.Seals;
import org.luodi.platform.ledger.TreeHead;
import org.luodi.platform.web.Attachment;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What proves that the ledger was not rewritten, as pages for everybody: heads and keys. */
@Controller
class LedgerPages {

    private static final int ROWS = 50;

    private final Seals seals;

    LedgerPages(Seals seals) {
        this.seals = seals;
    }

    @GetMapping("/ledger")
    String start(Model model) {
        seals.newest().ifPresent(head -> model.addAttribute("head", head));
        return "ledger/start";
    }

    @GetMapping("/ledger/heads")
    String heads(@RequestParam(required = false) String cursor, Model model) {
        model.addAttribute("slice", seals.heads(cursor, ROWS));
        model.addAttribute("first", cursor == null);
        return "ledger/heads";
    }

    @GetMapping("/ledger/heads/{size}")
    String head(@PathVariable long size, Model model) {
        model.addAttribute("head", seals.head(size));
        model.addAttribute("newest", seals.newest().orElseThrow());
        return "ledger/head";
    }

    /** The head as a file that a reader keeps. */
    @GetMapping("/ledger/heads/{size}/file")
    ResponseEntity<byte[]> file(@PathVariable long size) {
        TreeHead head = seals.head(size);
        return new Attachment("application/json", "luodi-ledger-" + size + ".json")
                .answer()
                .body(head.file().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/ledger/keys")
    String keys(Model model) {
        model.addAttribute("keys", seals.keys());
        return "ledger/keys";
    }
}
