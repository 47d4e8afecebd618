package org.luodi.trails.web;

import java.util.List;
import java.util.Optional;
import org.luodi.matters.Aside;
import org.luodi.matters.Matters;
import org.luodi.matters.Panel;
import org.luodi.organisation.Scope;
import org.springframework.stereotype.Component;

/** On the page of a matter: the way to its trail. */
@Component
class TrailAside implements Aside {

    @Override
    public int order() {
        return 95;
    }

    @Override
    public Optional<Panel> panel(Matters.Told told, Scope scope) {
        Panel.Way way = new Panel.Way("/trails/matter/" + told.matter().id().value(), new Panel.Text("trails.open"));
        return Optional.of(new Panel("trail", new Panel.Text("trails.title"), List.of(), List.of(way)));
    }
}
