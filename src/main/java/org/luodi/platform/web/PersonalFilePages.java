package org.luodi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.PersonalFiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that is kept of an account as one file: one's own, and that of somebody who asks the administrator for it. */
@Controller
class PersonalFilePages {

    private final PersonalFiles files;
    private final PeoplePages people;
    private final Forms forms;

    PersonalFilePages(PersonalFiles files, PeoplePages people, Forms forms) {
        this.files = files;
        this.people = people;
        this.forms = forms;
    }

    record Asked(String reason) {}

    @GetMapping({"/me/file.json", "/api/me/file.json"})
    void own(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        Exports.isTaken(request, "json", null);
        send(actor.id(), response);
    }

    @PostMapping("/people/{id}/files")
    String handOut(
            @PathVariable long id,
            @RequestParam(required = false) String reason,
            Actor by,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("reason", reason);
        return forms.answer(
                model,
                () -> {
                    handOut(id, new Asked(reason), by, request, response);
                    return null;
                },
                () -> people.person(id, model));
    }

    @PostMapping("/api/people/{id}/files")
    void handOut(
            @PathVariable long id,
            @RequestBody Asked asked,
            Actor by,
            HttpServletRequest request,
            HttpServletResponse response) {
        Exports.isTaken(request, "json", files.handOut(id, asked.reason(), by));
        send(id, response);
    }

    private void send(long account, HttpServletResponse response) {
        new Attachment("application/json;charset=UTF-8", "luodi-account-" + account + ".json").begin(response);
        response.setHeader("Cache-Control", "no-store");
        try {
            files.write(account, response.getOutputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
