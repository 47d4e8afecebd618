package org.luodi.papers.web;

import java.util.List;
import java.util.Optional;
import org.luodi.matters.Aside;
import org.luodi.matters.Matters;
import org.luodi.matters.Panel;
import org.luodi.matters.Stage;
import org.luodi.organisation.Scope;
import org.luodi.papers.Papers;
import org.springframework.stereotype.Component;

/** On the page of a matter that is done: its closing report. */
@Component
class PapersAside implements Aside {

    private final Papers papers;

    PapersAside(Papers papers) {
        this.papers = papers;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Optional<Panel> panel(Matters.Told told, Scope scope) {
        if (!papers.reportable(told.matter())) {
            return Optional.empty();
        }
        boolean closed = told.matter().stage() == Stage.CLOSED;
        Panel.Way report = new Panel.Way(
                "/papers/closings/" + told.matter().id().value() + ".docx",
                new Panel.Text(closed ? "papers.closing.take" : "papers.closing.take.draft"));
        return Optional.of(new Panel("papers", new Panel.Text("papers.title"), List.of(), List.of(report)));
    }
}
