package org.luodi.papers;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Task;
import org.luodi.organisation.Grants;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.luodi.platform.exchange.SheetWriter;
import org.luodi.platform.exchange.Workbook;
import org.luodi.platform.web.Ui;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A list of matters as the three lists (问题清单、责任清单、任务清单), a sheet each, all of one moment. Whatever people typed is text: it is never
 * taken for a formula.
 */
@Component
class ThreeLists {

    static final int SHEETS_OF_A_LIST = 3;
    private static final int PAGE = 200;

    private final Matters matters;
    private final Units units;
    private final Programmes programmes;
    private final Grants grants;

    ThreeLists(Matters matters, Units units, Programmes programmes, Grants grants) {
        this.matters = matters;
        this.units = units;
        this.programmes = programmes;
        this.grants = grants;
    }

    /** What stands on one of the sheets: its headings, by their message keys, and the rows of a matter. */
    private record Layout(String name, List<String> headings, Rows rows) {}

    private interface Rows {
        List<List<Object>> of(Matters.Told told, Page page);
    }

    /** A page of the list with what its rows need. */
    private record Page(Map<UnitId, String> units, Map<MatterId, List<Task>> tasks, Programme programme, Ui ui) {

        String unit(UnitId id) {
            return id == null ? null : units.get(id);
        }

        String term(Optional<Programme.Term> term) {
            return term.map(t -> t.name().in(ui.language())).orElse(null);
        }
    }

    private static final List<Layout> SHEETS = List.of(
            new Layout(
                    "matters.part.problem",
                    fields(
                            "number",
                            "title",
                            "symptoms",
                            "kind",
                            "category",
                            "source",
                            "raised",
                            "cause-own",
                            "cause-above",
                            "stage",
                            "closed-on"),
                    (told, page) -> List.of(problem(told, page))),
            new Layout(
                    "matters.part.responsibility",
                    fields(
                            "number",
                            "title",
                            "lead-unit",
                            "unit",
                            "symptom",
                            "leader",
                            "person",
                            "helpers",
                            "standard",
                            "due"),
                    (told, page) -> List.of(responsibility(told, page))),
            new Layout(
                    "matters.part.task",
                    Stream.concat(
                                    fields("number", "title", "measures").stream(),
                                    Stream.of(
                                            "matters.task.what",
                                            "matters.task.who",
                                            "matters.field.due",
                                            "papers.done",
                                            "papers.answer"))
                            .toList(),
                    ThreeLists::tasks));

    /**
     * Writes all matters of the filter that whoever asks sees at that moment: the tree may have changed since he asked.
     *
     * @param wrote hears after each page how many rows of matters it wrote, on each of the three sheets anew; may break off
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(Papers.Asked before, OutputStream out, IntConsumer wrote) {
        Papers.Asked asked =
                new Papers.Asked(before.filter(), grants.scopeOf(before.scope().actor()), before.ui());
        Ui ui = asked.ui();
        try (Workbook book = new Workbook(out)) {
            for (Layout layout : SHEETS) {
                List<SheetWriter.Column> columns = layout.headings().stream()
                        .map(key -> new SheetWriter.Column(ui.text(key), 20))
                        .toList();
                try (SheetWriter sheet = book.sheet(ui.text(layout.name()), columns)) {
                    rows(layout, sheet, asked, wrote);
                }
            }
        }
    }

    private void rows(Layout layout, SheetWriter sheet, Papers.Asked asked, IntConsumer wrote) {
        Map<UnitId, String> named = new HashMap<>();
        String cursor = null;
        do {
            Slice<Matters.Told> slice = matters.list(asked.filter(), asked.scope(), cursor, PAGE);
            Map<MatterId, List<Task>> tasks = tasks(layout, slice.rows());
            name(slice.rows(), tasks, named);
            Page page = new Page(named, tasks, programmes.current(), asked.ui());
            slice.rows().forEach(told -> layout.rows().of(told, page).forEach(sheet::row));
            wrote.accept(slice.rows().size());
            cursor = slice.next();
        } while (cursor != null);
    }

    private Map<MatterId, List<Task>> tasks(Layout layout, List<Matters.Told> rows) {
        return layout == SHEETS.get(2)
                ? matters.tasks(rows.stream().map(t -> t.matter().id()).toList())
                : Map.of();
    }

    private void name(List<Matters.Told> rows, Map<MatterId, List<Task>> tasks, Map<UnitId, String> named) {
        Stream<UnitId> answering = rows.stream()
                .flatMap(t -> Stream.of(t.matter().unit(), t.matter().symptom()));
        Stream<UnitId> helping = tasks.values().stream().flatMap(List::stream).map(Task::unit);
        List<UnitId> unknown = Stream.concat(answering, helping)
                .filter(Objects::nonNull)
                .filter(u -> !named.containsKey(u))
                .distinct()
                .toList();
        named.putAll(units.names(unknown));
    }

    private static List<Object> problem(Matters.Told told, Page page) {
        Matter m = told.matter();
        Detail d = told.detail();
        return row(
                m.number(),
                d.title(),
                d.symptoms(),
                page.ui().text("matters.kind." + m.kind().word()),
                page.term(page.programme().category(m.category())),
                page.term(page.programme().source(m.source())),
                m.raisedOn(),
                d.causeOwn(),
                d.causeAbove(),
                page.ui().text("matters.stage." + m.stage().word()),
                d.closedOn());
    }

    private static List<Object> responsibility(Matters.Told told, Page page) {
        Matter m = told.matter();
        Detail d = told.detail();
        return row(
                m.number(),
                d.title(),
                d.leadUnit(),
                page.unit(m.unit()),
                page.unit(m.symptom()),
                d.leader(),
                d.person(),
                d.helpers(),
                d.standard(),
                m.due());
    }

    /** A row for each task; one for a matter that has none, so that no matter is missing from a list. */
    private static List<List<Object>> tasks(Matters.Told told, Page page) {
        Matter m = told.matter();
        Detail d = told.detail();
        List<Task> tasks = page.tasks().getOrDefault(m.id(), List.of());
        if (tasks.isEmpty()) {
            return List.of(
                    row(m.number(), d.title(), d.measures(), d.division(), d.person(), m.due(), null, d.progress()));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Task task : tasks) {
            rows.add(row(
                    m.number(),
                    d.title(),
                    d.measures(),
                    task.what(),
                    joined(" ", page.unit(task.unit()), task.who()),
                    task.due(),
                    task.doneOn(),
                    joined("\n", task.answer(), task.evidence())));
        }
        return rows;
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts)
                .filter(p -> p != null && !p.isBlank())
                .reduce((a, b) -> a + between + b)
                .orElse(null);
    }

    /** Cells in order; blanks are null. */
    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    private static List<String> fields(String... names) {
        return Stream.of(names).map(n -> "matters.field." + n).toList();
    }
}
