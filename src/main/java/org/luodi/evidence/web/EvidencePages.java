package org.luodi.evidence.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.evidence.Evidence;
import org.luodi.evidence.Item;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Scope;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Bringing, replacing and removing evidence. */
@Controller
class EvidencePages {

    private final Evidence evidence;
    private final Pieces pieces;
    private final Forms forms;

    EvidencePages(Evidence evidence, Pieces pieces, Forms forms) {
        this.evidence = evidence;
        this.pieces = pieces;
        this.forms = forms;
    }

    @GetMapping("/evidence")
    String list(@RequestParam long matter, @RequestParam Map<String, String> typed, Scope scope, Model model) {
        model.addAttribute("page", pieces.of(new MatterId(matter), typed, scope));
        return "evidence/list";
    }

    /** Takes every file that may come in, and says of the others why not. */
    @PostMapping("/evidence")
    String bring(
            @RequestParam long matter,
            Brought brought,
            @RequestParam Map<String, String> typed,
            Scope scope,
            Model model) {
        MatterId id = new MatterId(matter);
        List<ListPage.Refused> refused = new ArrayList<>();
        return forms.answer(
                model,
                () -> {
                    for (MultipartFile file : brought.files()) {
                        bring(id, brought, file, scope).ifPresent(refused::add);
                    }
                    model.addAttribute("refused", refused);
                    model.addAttribute("kept", brought.files().size() - refused.size());
                    refused.stream().findFirst().ifPresent(first -> {
                        throw first.refusal();
                    });
                    return "redirect:/evidence?matter=" + matter;
                },
                () -> list(matter, typed, scope, model));
    }

    private Optional<ListPage.Refused> bring(MatterId id, Brought brought, MultipartFile file, Scope scope) {
        try {
            brought.with(file, draft -> evidence.add(id, draft, scope));
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(new ListPage.Refused(file.getOriginalFilename(), refusal));
        }
    }

    @GetMapping("/evidence/{id}")
    String one(@PathVariable long id, Scope scope, Model model) {
        return show(id, Map.of(), scope, model);
    }

    @PostMapping("/evidence/{id}/versions")
    String replace(@PathVariable long id, Brought brought, Scope scope, Model model) {
        Map<String, String> typed = new HashMap<>();
        typed.put("caption", brought.caption());
        return forms.answer(
                model,
                () -> {
                    brought.with(brought.one(), draft -> evidence.replace(id, brought.seen(), draft, scope));
                    return "redirect:/evidence/" + id;
                },
                () -> show(id, typed, scope, model));
    }

    @PostMapping("/evidence/{id}/removals")
    String remove(
            @PathVariable long id, @RequestParam int version, @RequestParam String reason, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> {
                    Item item = evidence.remove(id, version, reason, scope);
                    return "redirect:/evidence?matter=" + item.matter().value();
                },
                () -> show(id, Map.of("reason", reason), scope, model));
    }

    private String show(long id, Map<String, String> typed, Scope scope, Model model) {
        model.addAttribute("page", pieces.one(id, typed, scope));
        return "evidence/one";
    }
}
