package org.luodi.organisation.web;

import org.luodi.organisation.Posts;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.web.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The form that says who answers for a unit. */
@Controller
class PostPages {

    private final Posts posts;
    private final Units units;
    private final Forms forms;

    PostPages(Posts posts, Units units, Forms forms) {
        this.posts = posts;
        this.units = units;
        this.forms = forms;
    }

    @GetMapping("/units/{id}/post")
    String form(@PathVariable int id, Scope scope, Model model) {
        var unit = units.visible(new UnitId(id), scope);
        var present = posts.of(unit.id(), scope).stream()
                .filter(p -> p.until() == null)
                .findFirst();
        var form = new Posts.NewPost(
                unit.version(),
                present.map(p -> p.title()).orElse(null),
                present.map(p -> p.holder()).orElse(null));
        return show(id, form, scope, model);
    }

    @PostMapping("/units/{id}/post")
    String set(@PathVariable int id, @ModelAttribute Posts.NewPost form, Scope scope, Model model) {
        return forms.answer(
                model,
                () -> {
                    posts.set(new UnitId(id), form, scope);
                    return "redirect:/units/" + id;
                },
                () -> show(id, form, scope, model));
    }

    private String show(int id, Posts.NewPost form, Scope scope, Model model) {
        model.addAttribute("unit", units.visible(new UnitId(id), scope));
        model.addAttribute("form", form);
        return "organisation/post";
    }
}
