package org.luodi.organisation.web;

import java.util.ArrayList;
import java.util.List;
import org.luodi.organisation.GrantProposal;
import org.luodi.organisation.GrantProposals;
import org.luodi.organisation.Scope;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A role that was proposed: looked at, and confirmed, refused or taken back. */
@Controller
class ProposalPages {

    private final GrantProposals proposals;
    private final Accounts accounts;
    private final Forms forms;

    ProposalPages(GrantProposals proposals, Accounts accounts, Forms forms) {
        this.proposals = proposals;
        this.accounts = accounts;
        this.forms = forms;
    }

    @GetMapping("/grants/proposals/{id}")
    String one(@PathVariable long id, Scope scope, Model model) {
        return show(id, null, scope, model);
    }

    @PostMapping("/grants/proposals/{id}/confirmation")
    String confirm(@PathVariable long id, Scope scope, Model model, RedirectAttributes next) {
        next.addFlashAttribute("done", "organisation.proposal.done.confirmed");
        return forms.answer(
                model,
                () -> {
                    proposals.confirm(id, scope);
                    return "redirect:/grants";
                },
                () -> show(id, null, scope, model));
    }

    @PostMapping("/grants/proposals/{id}/refusal")
    String refuse(@PathVariable long id, @RequestParam(required = false) String reason, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> {
                    proposals.refuse(id, reason, scope);
                    return "redirect:/grants/proposals/" + id;
                },
                () -> show(id, reason, scope, model));
    }

    @PostMapping("/grants/proposals/{id}/withdrawal")
    String withdraw(@PathVariable long id, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> {
                    proposals.withdraw(id, scope);
                    return "redirect:/grants/proposals/" + id;
                },
                () -> show(id, null, scope, model));
    }

    private String show(long id, String reason, Scope scope, Model model) {
        GrantProposal proposal = proposals.one(id, scope);
        List<Long> people = new ArrayList<>(List.of(proposal.grant().account(), proposal.by()));
        if (proposal.outcome() != null) {
            people.add(proposal.outcome().by());
        }
        model.addAttribute("proposal", proposal);
        model.addAttribute("names", accounts.names(people));
        model.addAttribute("hindrance", proposals.mayNotDecide(proposal, scope).orElse(null));
        model.addAttribute("own", proposal.by() == scope.actor().id());
        model.addAttribute("reason", reason);
        return "organisation/proposal";
    }
}
