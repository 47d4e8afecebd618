package org.luodi.promises.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.luodi.matters.Aside;
import org.luodi.matters.Matters;
import org.luodi.matters.Panel;
import org.luodi.organisation.Scope;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.luodi.promises.Promise;
import org.luodi.promises.Promises;
import org.springframework.stereotype.Component;

/** On the page of a matter: whether the public sees it, and the way to put it up or to recall it. */
@Component
class PromiseAside implements Aside {

    private final Promises promises;
    private final Uis uis;

    PromiseAside(Promises promises, Uis uis) {
        this.promises = promises;
        this.uis = uis;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<Panel> panel(Matters.Told told, Scope scope) {
        Optional<Promise> newest = promises.of(told.matter().id());
        List<Panel.Way> ways = new ArrayList<>();
        newest.ifPresent(
                p -> ways.add(new Panel.Way("/promises/desk/" + p.id(), new Panel.Text("promises.aside.look"))));
        if (promises.mayNotPropose(told, scope).isEmpty()) {
            ways.add(new Panel.Way(
                    "/promises/desk/new?matter=" + told.matter().id().value(),
                    new Panel.Text("promises.aside.propose")));
        }
        List<Panel.Row> rows = newest.map(this::rows).orElseGet(this::none);
        return ways.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel("promise", new Panel.Text("promises.aside"), rows, ways));
    }

    private List<Panel.Row> none() {
        return List.of(new Panel.Row(null, uis.now().text("promises.aside.none"), null, null));
    }

    private List<Panel.Row> rows(Promise promise) {
        Ui ui = uis.now();
        boolean shown = promise.state() == Promise.State.PUBLISHED;
        List<Panel.Row> rows = new ArrayList<>();
        rows.add(new Panel.Row(
                new Panel.Text("promises.state"),
                ui.text("promises.publication." + promise.state().word()),
                shown ? "/promises/" + promise.id() : null,
                shown ? "good" : null));
        if (promise.deed() && shown) {
            rows.add(new Panel.Row(new Panel.Text("promises.supports"), ui.number(promise.supports()), null, null));
        }
        return rows;
    }
}
