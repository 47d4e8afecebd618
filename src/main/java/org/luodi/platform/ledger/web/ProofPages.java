package org.luodi.platform.ledger.web;

import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Seals;
import org.luodi.platform.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What anybody asks of the ledger: the proof of an entry, the proof between two heads, whether a kept head still fits. */
@Controller
class ProofPages {

    private final Seals seals;
    private final Forms forms;

    ProofPages(Seals seals, Forms forms) {
        this.seals = seals;
        this.forms = forms;
    }

    /** From the form that asks for a number. */
    @GetMapping("/ledger/entries")
    String lookUp(@RequestParam String number, Model model) {
        return forms.answer(
                model, () -> "redirect:/ledger/entries/" + proved(number).number(), () -> {
                    model.addAttribute("number", number);
                    return start(model);
                });
    }

    private Seals.Inclusion proved(String number) {
        long asked = whole(number);
        try {
            return seals.inclusion(asked, null);
        } catch (NotFound beyond) {
            throw Refusal.of("ledger.refused.number", number.strip());
        }
    }

    @GetMapping("/ledger/entries/{number}")
    String entry(@PathVariable long number, @RequestParam(required = false) Long size, Model model) {
        model.addAttribute("proof", seals.inclusion(number, size));
        return "ledger/entry";
    }

    @GetMapping("/ledger/consistency")
    String consistency(@RequestParam long from, @RequestParam long to, Model model) {
        model.addAttribute("proof", seals.consistency(from, to));
        return "ledger/consistency";
    }

    /** Compares what a reader wrote down from a kept head with what the ledger is now. */
    @GetMapping("/ledger/check")
    String check(@RequestParam String size, @RequestParam String root, Model model) {
        return forms.answer(
                model,
                () -> {
                    model.addAttribute("fits", fits(size, root));
                    return checked(size, root, model);
                },
                () -> checked(size, root, model));
    }

    private boolean fits(String size, String root) {
        long asked = whole(size);
        if (!root.strip().matches("[0-9a-fA-F]{64}")) {
            throw Refusal.of("ledger.refused.root");
        }
        return seals.newest().filter(h -> h.size() >= asked).isPresent() && seals.isRoot(asked, root);
    }

    private String checked(String size, String root, Model model) {
        model.addAttribute("size", size);
        model.addAttribute("root", root);
        return start(model);
    }

    /** Numbers stand on the pages with commas, so they may come back with them. */
    private static long whole(String typed) {
        String digits = typed.replaceAll("[\\s,，]", "");
        if (!digits.matches("[1-9][0-9]{0,17}")) {
            throw Refusal.of("ledger.refused.whole", typed.strip());
        }
        return Parameter.cursor(digits);
    }

    private String start(Model model) {
        seals.newest().ifPresent(head -> model.addAttribute("head", head));
        return "ledger/start";
    }
}
