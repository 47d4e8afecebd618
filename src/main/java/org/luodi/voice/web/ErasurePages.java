package org.luodi.voice.web;

import java.util.Map;
import java.util.Optional;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Forms;
import org.luodi.voice.Contacts;
import org.luodi.voice.Passes;
import org.luodi.voice.ReportId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;

/** Whoever holds the receipt takes the own phone number or mail address away for good. */
@Controller
class ErasurePages {

    private final Contacts contacts;
    private final Passes passes;
    private final Followers followers;
    private final Forms forms;

    ErasurePages(Contacts contacts, Passes passes, Followers followers, Forms forms) {
        this.contacts = contacts;
        this.passes = passes;
        this.followers = followers;
        this.forms = forms;
    }

    @PostMapping("/voice/follow/erasures")
    String erase(@CookieValue(name = FollowPages.PASS, required = false) String pass, Model model) {
        Optional<ReportId> report = passes.report(pass);
        return forms.answer(
                model,
                () -> {
                    contacts.erase(report.orElseThrow(() -> Refusal.of("voice.refused.pass")));
                    return FollowPages.HOME;
                },
                () -> followers.shown(report, Map.of(), model));
    }
}
