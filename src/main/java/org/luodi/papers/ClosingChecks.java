package org.luodi.papers;

import java.util.ArrayList;
import java.util.List;
import org.luodi.matters.Acceptance;
import org.luodi.matters.Verdict;
import org.luodi.platform.web.Ui;

/** What others said before a close, a row each: confirmations, acceptances, verdicts, the signature; and what is still missing. */
record ClosingChecks(ClosingReport report, Ui ui) {

    /** What, when, by whom, with which words. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        report.entries().stream()
                .filter(e -> e.verb().equals("confirmed"))
                .forEach(e -> rows.add(List.of(
                        ui.text("matters.past.confirmed"), ui.dateTime(e.at()), report.who(e), report.note(e))));
        report.closing().acceptances().forEach(a -> rows.add(acceptance(a)));
        report.closing().missing().stream().sorted().forEach(level -> rows.add(missing(level)));
        report.closing().verdicts().forEach(v -> rows.add(verdict(v)));
        if (report.told().matter().marked()) {
            rows.add(signature());
        }
        return rows;
    }

    private List<String> missing(String level) {
        return List.of(ui.text("matters.level." + level), ui.text("matters.acceptance.missing"), "", "");
    }

    private List<String> acceptance(Acceptance a) {
        String result = ui.text(a.accepted() ? "matters.acceptance.yes" : "matters.acceptance.no");
        return List.of(
                ui.text("matters.level." + a.level()) + "\n" + result,
                ui.dateTime(a.at()),
                report.names().person(a.by()) + " " + report.names().unit(a.unit()),
                a.reason() == null ? "" : a.reason());
    }

    private List<String> verdict(Verdict v) {
        List<String> said = new ArrayList<>();
        said.add(ui.text("matters.verdict." + v.word()));
        if (v.satisfied() != null) {
            said.add(ui.text(v.satisfied() ? "matters.verdict.content" : "matters.verdict.discontent"));
        }
        if (v.fits() != null) {
            said.add(ui.text(v.fits() ? "matters.verdict.true" : "matters.verdict.untrue"));
        }
        return List.of(
                ui.text("matters.verdict"),
                ui.date(v.receivedOn()),
                ui.text("matters.verdict.way." + v.way()),
                String.join(ui.text("papers.join"), said));
    }

    private List<String> signature() {
        var signature = report.closing().signature();
        return signature == null
                ? List.of(ui.text("matters.signature"), ui.text("matters.signature.missing"), "", "")
                : List.of(
                        ui.text("matters.signature"),
                        ui.dateTime(signature.at()),
                        report.names().person(signature.by()) + " "
                                + report.names().unit(signature.unit()),
                        "");
    }
}
