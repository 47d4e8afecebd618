package org.luodi.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.luodi.matters.MatterFilter;
import org.luodi.organisation.Scope;
import org.luodi.papers.ListJob;
import org.luodi.papers.ListJobs;
import org.luodi.papers.Papers;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Attachment;
import org.luodi.platform.web.Forms;
import org.luodi.platform.web.Uis;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A filtered list of matters as the workbook of the three lists: a short one at once, a long one beside the request. */
@Controller
class ListPages {

    private final Papers papers;
    private final ListJobs jobs;
    private final Programmes programmes;
    private final Forms forms;
    private final Uis uis;

    ListPages(Papers papers, ListJobs jobs, Programmes programmes, Forms forms, Uis uis) {
        this.papers = papers;
        this.jobs = jobs;
        this.programmes = programmes;
        this.forms = forms;
        this.uis = uis;
    }

    /** Where the way to the lists begins: the file itself where it is short, else how long it is and a button to begin. */
    @GetMapping("/papers/three-lists")
    String offer(@RequestParam Map<String, String> query, Scope scope, Model model) {
        MatterFilter filter = filter(query, scope);
        if (jobs.isShort(filter, scope)) {
            return "redirect:" + ListJobPage.url("/papers/three-lists.xlsx", filter);
        }
        return forms.answer(
                model, () -> offered(filter, jobs.count(filter, scope), model), () -> offered(filter, 0, model));
    }

    private static String offered(MatterFilter filter, int count, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("count", count);
        return "papers/lists";
    }

    @GetMapping({"/papers/three-lists.xlsx", "/api/papers/three-lists.xlsx"})
    void threeLists(@RequestParam Map<String, String> query, Scope scope, HttpServletResponse response)
            throws IOException {
        Papers.Asked asked = new Papers.Asked(filter(query, scope), scope, uis.now());
        attachment().send(response, out -> papers.threeLists(asked, out, rows -> {}));
    }

    @PostMapping("/papers/lists")
    String begin(@RequestParam Map<String, String> query, Scope scope, Model model) {
        MatterFilter filter = filter(query, scope);
        return forms.answer(
                model,
                () -> "redirect:/papers/lists/"
                        + jobs.begin(filter, scope, uis.now()).id(),
                () -> offered(filter, 0, model));
    }

    @GetMapping("/papers/lists/{id}")
    String one(@PathVariable long id, Scope scope, Model model) {
        model.addAttribute("page", new ListJobPage(jobs.visible(id, scope)));
        return "papers/list";
    }

    @PostMapping("/papers/lists/{id}/cancellations")
    String stop(@PathVariable long id, Scope scope) {
        jobs.stop(jobs.visible(id, scope));
        return "redirect:/papers/lists/" + id;
    }

    @GetMapping("/papers/lists/{id}/three-lists.xlsx")
    void file(@PathVariable long id, Scope scope, HttpServletResponse response) throws IOException {
        ListJob job = jobs.visible(id, scope);
        if (job.state() != ListJob.State.READY) {
            throw Refusal.of("papers.refused.unready");
        }
        attachment().send(response, job.file());
    }

    private Attachment attachment() {
        return Attachment.workbook(uis.now().text("papers.lists.file"));
    }

    private MatterFilter filter(Map<String, String> query, Scope scope) {
        return MatterFilter.read(query, scope.home()).known(programmes.current());
    }
}
