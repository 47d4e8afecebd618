package org.luodi.voice.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.luodi.matters.Aside;
import org.luodi.matters.Matters;
import org.luodi.matters.Panel;
import org.luodi.matters.Panel.Row;
import org.luodi.matters.Panel.Text;
import org.luodi.organisation.Scope;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.luodi.voice.ReportRow;
import org.luodi.voice.Reports;
import org.springframework.stereotype.Component;

/** What reports show on the page of a matter: how many people it concerns, and what they said. */
@Component
class VoiceAside implements Aside {

    private static final int SHOWN = 5;

    private final Reports reports;
    private final Uis uis;

    VoiceAside(Reports reports, Uis uis) {
        this.reports = reports;
        this.uis = uis;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<Panel> panel(Matters.Told told, Scope scope) {
        Reports.Count count = reports.count(told.matter().id());
        if (count.reports() + count.metoo() == 0) {
            return Optional.empty();
        }
        Ui ui = uis.now();
        List<Row> rows = new ArrayList<>();
        rows.add(row("voice.panel.reports", ui.number(count.reports()), null));
        rows.add(row("voice.panel.metoo", ui.number(count.metoo()), null));
        for (ReportRow said : reports.about(told.matter().id(), scope, SHOWN)) {
            if (!said.excerpt().isEmpty()) {
                rows.add(row("voice.panel.said", said.excerpt(), href(said, scope)));
            }
        }
        return Optional.of(new Panel("voices", new Text("voice.panel"), rows, List.of()));
    }

    private String href(ReportRow said, Scope scope) {
        boolean seen =
                scope.sees(said.report().askedAt()) || scope.sees(said.report().receiverAt());
        return seen ? "/voice/desk/" + said.report().id().value() : null;
    }

    private static Row row(String label, String words, String href) {
        return new Row(new Text(label), words, href, null);
    }
}
