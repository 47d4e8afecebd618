package org.luodi.evidence.web;

import java.util.List;
import java.util.Optional;
import org.luodi.evidence.Evidence;
import org.luodi.evidence.Item;
import org.luodi.matters.Aside;
import org.luodi.matters.Matters;
import org.luodi.matters.Panel;
import org.luodi.organisation.Scope;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.springframework.stereotype.Component;

/** On the page of a matter: what evidence it has, and the way to all of it. */
@Component
class EvidenceAside implements Aside {

    private static final int SHOWN = 8;
    private static final int MOST = 200;

    private final Evidence evidence;
    private final Uis uis;

    EvidenceAside(Evidence evidence, Uis uis) {
        this.evidence = evidence;
        this.uis = uis;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Panel> panel(Matters.Told told, Scope scope) {
        List<Item> standing = evidence.of(told.matter().id(), scope, null, MOST).rows().stream()
                .filter(i -> i.removed() == null)
                .toList();
        String all = "/evidence?matter=" + told.matter().id().value();
        Panel.Text way = new Panel.Text("evidence.aside", standing.size());
        List<Panel.Row> rows = standing.isEmpty()
                ? List.of(new Panel.Row(null, uis.now().text("evidence.none"), null, null))
                : standing.stream().limit(SHOWN).map(this::row).toList();
        return Optional.of(
                new Panel("evidence", new Panel.Text("evidence.title"), rows, List.of(new Panel.Way(all, way))));
    }

    private Panel.Row row(Item item) {
        Ui ui = uis.now();
        Item.Version latest = item.latest();
        String words = latest.caption() == null ? latest.name() : latest.name() + " · " + latest.caption();
        return new Panel.Row(
                new Panel.Text("evidence.kind." + item.kind().word()),
                words + " · " + OnePage.size(ui, latest.size()),
                "/evidence/" + item.id(),
                null);
    }
}
