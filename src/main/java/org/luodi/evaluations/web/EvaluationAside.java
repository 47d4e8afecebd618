package org.luodi.evaluations.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.luodi.evaluations.Result;
import org.luodi.evaluations.Results;
import org.luodi.matters.Aside;
import org.luodi.matters.Matters;
import org.luodi.matters.Panel;
import org.luodi.organisation.Scope;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.springframework.stereotype.Component;

/** On the page of a matter: that those affected are being asked; what they said, when the last day is past. */
@Component
class EvaluationAside implements Aside {

    private final Results results;
    private final Uis uis;

    EvaluationAside(Results results, Uis uis) {
        this.results = results;
        this.uis = uis;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Panel> panel(Matters.Told told, Scope scope) {
        List<Result> about = results.about(told.matter().id());
        List<Panel.Row> rows = new ArrayList<>();
        about.forEach(result -> rows(result, uis.now(), rows));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel("evaluation", new Panel.Text("evaluations.aside"), rows, List.of()));
    }

    private static void rows(Result result, Ui ui, List<Panel.Row> rows) {
        Panel.Text round = new Panel.Text("evaluations.round", result.round() + 1);
        if (result.isOpen()) {
            rows.add(new Panel.Row(round, ui.text("evaluations.open", ui.date(result.endsOn())), null, "info"));
            return;
        }
        String outcome = ui.text("evaluations.outcome." + result.outcome().word());
        rows.add(new Panel.Row(round, outcome, null, ResultList.tone(result)));
        for (Result.Group group : result.groups()) {
            Panel.Text label = new Panel.Text("evaluations.group." + group.name());
            rows.add(new Panel.Row(label, said(group, ui), null, null));
        }
        String proof = "/api/evaluations/draws/" + result.id();
        rows.add(new Panel.Row(new Panel.Text("evaluations.draw"), ui.text("evaluations.draw.look"), proof, null));
        result.words().forEach(text -> rows.add(new Panel.Row(new Panel.Text("evaluations.words"), text, null, null)));
    }

    private static String said(Result.Group group, Ui ui) {
        return ui.text(
                "evaluations.said",
                ui.number(group.invited()),
                ui.number(group.answered()),
                ui.number(group.solved()),
                ui.number(group.satisfied()),
                ui.number(group.fits()));
    }
}
