package org.luodi.papers;

import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.luodi.matters.Matter;
import org.luodi.matters.Matters;
import org.luodi.overview.Measures;
import org.luodi.platform.web.Ui;

/** Writes a briefing as a Word file. */
final class BriefingPaper {

    private static final int[] FLOWS = {24, 12, 12, 52};
    private static final int[] NOW = {24, 14, 62};
    private static final int[] MATTERS = {18, 42, 24, 16};

    private final Briefing briefing;
    private final Ui ui;
    private final ZoneId zone;

    BriefingPaper(Briefing briefing, Ui ui, ZoneId zone) {
        this.briefing = briefing;
        this.ui = ui;
        this.zone = zone;
    }

    void write(OutputStream out) {
        try (WordFile file = new WordFile(
                ui.text("papers.briefing.title", briefing.numbers().unit().name()), null)) {
            head(file);
            counts(file);
            turns(
                    file,
                    "papers.briefing.closed",
                    briefing.closed(),
                    briefing.flow().closed());
            turns(file, "papers.briefing.back", briefing.back(), briefing.flow().reopened());
            list(file, "papers.briefing.overdue", briefing.overdue());
            list(file, "papers.briefing.waiting", briefing.waiting());
            file.write(out);
        }
    }

    private void head(WordFile file) {
        Week week = briefing.week();
        String year = Integer.toString(week.year());
        file.centred(ui.text("papers.briefing.week", year, week.number(), week.monday(), week.sunday()));
        file.centred(ui.text("overview.asof", ui.dateTime(briefing.numbers().asOf())));
    }

    private void counts(WordFile file) {
        file.heading(ui.text("papers.briefing.flow"));
        List<String> heads = heads("papers.count", "papers.this-week", "papers.week-before", "overview.definition");
        file.table(heads, FLOWS, flows());
        file.heading(ui.text("papers.briefing.now"));
        file.text(ui.text(
                "papers.briefing.now.note", ui.dateTime(briefing.numbers().asOf())));
        file.table(heads("papers.count", "papers.now", "overview.definition"), NOW, now());
    }

    private List<String> heads(String... keys) {
        return List.of(keys).stream().map(ui::text).toList();
    }

    private List<List<String>> flows() {
        Briefing.Flow now = briefing.flow();
        Briefing.Flow before = briefing.before();
        String definition = ui.text("overview.flow.definition");
        return List.of(
                List.of(
                        ui.text("overview.flow.raised"),
                        ui.number(now.raised()),
                        ui.number(before.raised()),
                        definition),
                List.of(
                        ui.text("overview.flow.closed"),
                        ui.number(now.closed()),
                        ui.number(before.closed()),
                        definition),
                List.of(
                        ui.text("overview.flow.reopened"),
                        ui.number(now.reopened()),
                        ui.number(before.reopened()),
                        definition));
    }

    private List<List<String>> now() {
        return Measures.ALL.stream()
                .map(m -> List.of(
                        ui.text("overview.measure." + m.name()),
                        ui.number(m.value().applyAsLong(briefing.numbers().all())),
                        ui.text("overview.measure." + m.name() + ".definition")))
                .toList();
    }

    private void turns(WordFile file, String key, List<Briefing.Turn> turns, long all) {
        file.heading(ui.text(key));
        if (turns.isEmpty()) {
            file.text(ui.text(key + ".none"));
            return;
        }
        if (turns.size() < all) {
            file.text(ui.text("papers.latest", turns.size(), all));
        }
        List<List<String>> rows = turns.stream()
                .map(t -> row(t.told(), ui.text("matters.past." + t.verb()) + "\n" + LocalDate.ofInstant(t.at(), zone)))
                .toList();
        file.table(
                heads("matters.field.number", "matters.field.title", "matters.field.unit", "papers.when"),
                MATTERS,
                rows);
    }

    private void list(WordFile file, String key, List<Matters.Told> matters) {
        file.heading(ui.text(key));
        if (matters.isEmpty()) {
            file.text(ui.text(key + ".none"));
            return;
        }
        List<List<String>> rows =
                matters.stream().map(t -> row(t, ui.date(t.matter().due()))).toList();
        file.table(
                heads("matters.field.number", "matters.field.title", "matters.field.unit", "matters.field.due"),
                MATTERS,
                rows);
    }

    private List<String> row(Matters.Told told, String last) {
        Matter matter = told.matter();
        return List.of(matter.number(), told.detail().title(), briefing.unitOf(matter), last);
    }
}
