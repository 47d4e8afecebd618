package org.luodi.claims.web;

import java.util.List;
import java.util.Map;
import org.luodi.claims.ClaimId;
import org.luodi.claims.Claims;
import org.luodi.claims.Lever;
import org.luodi.claims.Prospects;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Scope;
import org.luodi.platform.web.Forms;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.luodi.programme.WorkingDays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sending matters up: first what upstairs causes it, then whom to ask and what shows it. */
@Controller
class SendPages {

    private final Claims claims;
    private final Prospects prospects;
    private final Looking looking;
    private final Programmes programmes;
    private final WorkingDays workingDays;
    private final Forms forms;

    SendPages(
            Claims claims,
            Prospects prospects,
            Looking looking,
            Programmes programmes,
            WorkingDays workingDays,
            Forms forms) {
        this.claims = claims;
        this.prospects = prospects;
        this.looking = looking;
        this.programmes = programmes;
        this.workingDays = workingDays;
        this.forms = forms;
    }

    @GetMapping("/claims/new")
    String form(@RequestParam Map<String, String> typed, Scope scope, Model model) {
        return show(typed, scope, model);
    }

    @PostMapping("/claims")
    String send(@RequestParam Map<String, String> typed, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> {
                    ClaimId id = claims.send(ClaimForm.of(typed).claim(), scope);
                    return "redirect:/claims/" + id.value();
                },
                () -> show(typed, scope, model));
    }

    private String show(Map<String, String> values, Scope scope, Model model) {
        ClaimForm form = ClaimForm.of(values);
        Lever lever = form.lever();
        Programme programme = programmes.current();
        List<MatterId> about = form.matters();
        if (about.isEmpty() && form.typed().text("unit") != null) {
            about = prospects.sendable(MatterFilter.read(values, null).known(programme), scope);
        }
        Prospects.Outlook outlook = prospects.outlook(about, lever, scope);
        SendPage page = new SendPage(
                outlook, lever, workingDays.after(looking.today(), programme.claimDays()), Map.of(), programme, values);
        model.addAttribute(
                "page", page.with(looking.titles(page.shown().stream().map(m -> m.id()))));
        return "claims/new";
    }
}
