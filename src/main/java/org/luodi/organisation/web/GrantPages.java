package org.luodi.organisation.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.luodi.organisation.GrantProposal;
import org.luodi.organisation.GrantProposals;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Scope;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who holds which role where, and what waits for a second person. */
@Controller
class GrantPages {

    private static final int ROWS = 50;

    private final Grants grants;
    private final GrantProposals proposals;
    private final GrantForms read;
    private final Accounts accounts;
    private final Forms forms;

    GrantPages(Grants grants, GrantProposals proposals, GrantForms read, Accounts accounts, Forms forms) {
        this.grants = grants;
        this.proposals = proposals;
        this.read = read;
        this.accounts = accounts;
        this.forms = forms;
    }

    @GetMapping("/grants")
    String list(
            @RequestParam(required = false) String cursor, @ModelAttribute GrantForm form, Scope scope, Model model) {
        return show(cursor, form, scope, model);
    }

    @PostMapping("/grants")
    String propose(@ModelAttribute GrantForm form, Scope scope, Model model, RedirectAttributes next) {
        next.addFlashAttribute("done", "organisation.proposal.done.proposed");
        return forms.answer(
                model,
                () -> {
                    proposals.propose(read.read(form, scope), scope);
                    return "redirect:/grants";
                },
                () -> show(null, form, scope, model));
    }

    @PostMapping("/grants/{id}/end")
    String revoke(@PathVariable long id, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> {
                    grants.revoke(id, scope);
                    return "redirect:/grants";
                },
                () -> show(null, GrantForm.EMPTY, scope, model));
    }

    private String show(String cursor, GrantForm form, Scope scope, Model model) {
        Slice<Grants.Held> page = grants.list(scope, cursor, ROWS);
        model.addAttribute("page", page);
        model.addAttribute("form", form);
        model.addAttribute("endable", grants.endable(page.rows(), scope));
        List<GrantProposal> waiting = proposals.waiting(scope, null, ROWS).rows();
        model.addAttribute("waiting", waiting);
        model.addAttribute("names", names(page.rows(), waiting));
        return "organisation/grants";
    }

    private Map<Long, String> names(List<Grants.Held> rows, List<GrantProposal> waiting) {
        Stream<Long> proposed =
                waiting.stream().flatMap(p -> Stream.of(p.grant().account(), p.by()));
        return accounts.names(Stream.concat(rows.stream().map(Grants.Held::account), proposed)
                .distinct()
                .toList());
    }
}
