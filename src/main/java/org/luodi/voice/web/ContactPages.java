package org.luodi.voice.web;

import jakarta.servlet.http.HttpServletResponse;
import org.luodi.organisation.Scope;
import org.luodi.platform.web.Forms;
import org.luodi.voice.Contacts;
import org.luodi.voice.ReportId;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The contact of a reporter: shown to a caller for a reason, as the answer itself, at no address; and erased. */
@Controller
class ContactPages {

    private final Contacts contacts;
    private final DeskReports desk;
    private final Forms forms;
    private final HttpServletResponse response;

    ContactPages(Contacts contacts, DeskReports desk, Forms forms, HttpServletResponse response) {
        this.contacts = contacts;
        this.desk = desk;
        this.forms = forms;
        this.response = response;
    }

    @PostMapping("/voice/desk/{id}/looks")
    String look(@PathVariable long id, @RequestParam(required = false) String reason, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> {
                    model.addAttribute("shown", contacts.look(new ReportId(id), reason, scope));
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    model.addAttribute("page", desk.page(new ReportId(id), scope));
                    return "voice/desk-contact";
                },
                () -> again(id, reason, scope, model));
    }

    @PostMapping("/voice/desk/{id}/erasures")
    String erase(@PathVariable long id, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> {
                    contacts.erase(new ReportId(id), scope);
                    return "redirect:/voice/desk/" + id;
                },
                () -> again(id, null, scope, model));
    }

    private String again(long id, String reason, Scope scope, Model model) {
        model.addAttribute("reason", reason);
        model.addAttribute("page", desk.page(new ReportId(id), scope));
        return "voice/desk-one";
    }
}
