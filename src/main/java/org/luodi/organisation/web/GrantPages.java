package org.luodi.organisation.web;

import java.util.List;
import java.util.Map;
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

/** Who holds which role where, for administrators. */
@Controller
class GrantPages {

    private static final int ROWS = 50;

    private final Grants grants;
    private final GrantForms read;
    private final Accounts accounts;
    private final Forms forms;

    GrantPages(Grants grants, GrantForms read, Accounts accounts, Forms forms) {
        this.grants = grants;
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
    String grant(@ModelAttribute GrantForm form, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> {
                    grants.grant(read.read(form, scope), scope);
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
        model.addAttribute("names", names(page.rows()));
        return "organisation/grants";
    }

    private Map<Long, String> names(List<Grants.Held> rows) {
        return accounts.names(rows.stream().map(Grants.Held::account).distinct().toList());
    }
}
