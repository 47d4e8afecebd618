package org.luodi.papers;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.evidence.Item;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.Stage;
import org.luodi.matters.Task;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.web.Ui;
import org.luodi.programme.Programme;

/** Writes a closing report (销号报告) as a Word file; a draft says on each page that it is one. */
final class ClosingPaper {

    private static final int[] TASKS = {8, 32, 20, 18, 18, 28};
    private static final int[] CHECKS = {22, 24, 32, 22};
    private static final int[] PIECES = {8, 33, 14, 9, 12, 44};
    private static final int[] HISTORY = {24, 20, 30, 36};

    private final ClosingReport report;
    private final Ui ui;
    private final Matter matter;
    private final Detail detail;

    ClosingPaper(ClosingReport report, Ui ui) {
        this.report = report;
        this.ui = ui;
        this.matter = report.told().matter();
        this.detail = report.told().detail();
    }

    void write(OutputStream out) {
        boolean draft = matter.stage() != Stage.CLOSED;
        try (WordFile file =
                new WordFile(ui.text("papers.closing.title"), draft ? ui.text("papers.closing.draft") : null)) {
            file.centred(detail.title());
            file.centred(ui.text("papers.closing.number", matter.number()));
            if (draft) {
                file.text(ui.text(
                        "papers.closing.draft.note",
                        "matters.stage." + matter.stage().word()));
            }
            lists(file);
            solution(file);
            checks(file);
            evidence(file);
            history(file);
            file.write(out);
        }
    }

    private void lists(WordFile file) {
        file.heading(ui.text("papers.closing.problem"));
        file.facts(problem());
        file.heading(ui.text("papers.closing.responsibility"));
        file.facts(responsibility());
        file.heading(ui.text("papers.closing.tasks"));
        if (report.tasks().isEmpty()) {
            file.text(ui.text("papers.closing.tasks.none"));
        } else {
            file.table(
                    heads(
                            "papers.row",
                            "matters.task.what",
                            "matters.task.who",
                            "matters.field.due",
                            "papers.done",
                            "papers.answer"),
                    TASKS,
                    numbered(report.tasks().stream().map(this::task).toList()));
        }
    }

    private List<List<String>> problem() {
        Programme programme = report.programme();
        return facts(
                fact(
                        "matters.field.kind",
                        ui.text("matters.kind." + matter.kind().word())),
                fact("matters.field.category", term(programme.category(matter.category()))),
                fact("matters.field.source", term(programme.source(matter.source()))),
                fact(
                        "matters.field.batch",
                        programme
                                .batch(matter.batch())
                                .map(b -> b.name().in(ui.language()))
                                .orElse(null)),
                fact("matters.field.raised", ui.date(matter.raisedOn())),
                fact("matters.field.symptoms", detail.symptoms()),
                fact("matters.field.since", ui.date(detail.own().since())),
                fact("matters.field.affected", detail.own().affected()),
                fact("matters.field.outcome", detail.own().outcome()),
                fact("matters.field.cause-own", detail.causeOwn()),
                fact("matters.field.cause-above", detail.causeAbove()));
    }

    private List<List<String>> responsibility() {
        boolean elsewhere = !matter.symptom().equals(matter.unit());
        return facts(
                fact("matters.field.unit", report.names().unit(matter.unit())),
                fact("matters.field.symptom", elsewhere ? report.names().unit(matter.symptom()) : null),
                fact("matters.field.lead-unit", detail.leadUnit()),
                fact("matters.field.leader", detail.leader()),
                fact("matters.field.person", detail.person()),
                fact("matters.field.helpers", detail.helpers()),
                fact("matters.field.standard", detail.standard()),
                fact("matters.field.division", detail.division()),
                fact("matters.field.due", ui.date(matter.due())));
    }

    private List<String> task(Task task) {
        String unit = report.names().unit(task.unit());
        String who = task.who() == null ? "" : task.who();
        String answer = Stream.of(task.answer(), task.evidence())
                .filter(t -> t != null && !t.isBlank())
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
        return List.of(
                task.what(),
                unit.isEmpty() || who.isEmpty() ? unit + who : unit + " " + who,
                ui.date(task.due()),
                task.doneOn() == null ? ui.text("papers.open") : ui.date(task.doneOn()),
                answer);
    }

    private void solution(WordFile file) {
        file.heading(ui.text("papers.closing.solution"));
        file.facts(facts(
                fact("matters.field.measures", or(detail.measures())),
                fact("papers.fixed", or(detail.progress())),
                fact("papers.lasting", or(detail.lasting())),
                fact("matters.field.remark", detail.remark())));
    }

    private void checks(WordFile file) {
        file.heading(ui.text("papers.closing.checks"));
        List<List<String>> rows = new ClosingChecks(report, ui).rows();
        if (rows.isEmpty()) {
            file.text(ui.text("papers.closing.checks.none"));
        } else {
            file.table(heads("papers.check", "papers.when", "papers.by", "papers.said"), CHECKS, rows);
        }
    }

    private void evidence(WordFile file) {
        file.heading(ui.text("papers.closing.evidence"));
        if (detail.evidence() != null) {
            file.text(detail.evidence());
        }
        if (report.evidence().isEmpty()) {
            file.text(ui.text("papers.closing.evidence.none"));
            return;
        }
        file.table(
                heads(
                        "papers.row",
                        "papers.piece",
                        "evidence.kind",
                        "papers.version",
                        "evidence.size",
                        "evidence.digest"),
                PIECES,
                numbered(report.evidence().stream().map(this::piece).toList()));
        report.photos().forEach(p -> file.picture(p.content(), p.caption()));
    }

    private List<String> piece(Item item) {
        Item.Version latest = item.latest();
        String caption = latest.caption() == null ? "" : "\n" + latest.caption();
        return List.of(
                latest.name() + caption,
                ui.text("evidence.kind." + item.kind().word()),
                Integer.toString(latest.number()),
                ui.number(latest.size()),
                latest.digest().replaceAll("(.{16})(?=.)", "$1 "));
    }

    private void history(WordFile file) {
        file.heading(ui.text("papers.closing.history"));
        file.table(
                heads("papers.when", "papers.what", "papers.by", "papers.said"),
                HISTORY,
                report.entries().stream().map(this::entry).toList());
    }

    private List<String> entry(Entry e) {
        return List.of(ui.dateTime(e.at()), ui.text("matters.past." + e.verb()), report.who(e), report.note(e));
    }

    private List<String> heads(String... keys) {
        return Stream.of(keys).map(ui::text).toList();
    }

    private String or(String text) {
        return text == null || text.isBlank() ? ui.text("papers.unsaid") : text;
    }

    private String term(Optional<Programme.Term> term) {
        return term.map(t -> t.name().in(ui.language())).orElse(null);
    }

    private List<String> fact(String key, String words) {
        return words == null || words.isBlank() ? List.of() : List.of(ui.text(key), words);
    }

    @SafeVarargs
    private static List<List<String>> facts(List<String>... facts) {
        return Stream.of(facts).filter(f -> !f.isEmpty()).toList();
    }

    private static List<List<String>> numbered(List<List<String>> rows) {
        List<List<String>> numbered = new ArrayList<>();
        for (List<String> row : rows) {
            numbered.add(Stream.concat(Stream.of(Integer.toString(numbered.size() + 1)), row.stream())
                    .toList());
        }
        return numbered;
    }
}
