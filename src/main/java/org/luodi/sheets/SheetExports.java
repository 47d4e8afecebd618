package org.luodi.sheets;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.Matters;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.luodi.platform.exchange.SheetWriter;
import org.luodi.platform.identity.Actor;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a list of matters as a ledger sheet, page after page; what it writes reads in again without a difference. */
@Component
public class SheetExports {

    private static final int PAGE = 200;
    private static final List<SheetColumn> WRITTEN = SheetColumn.written();

    private final Matters matters;
    private final Units units;
    private final Programmes programmes;
    private final Grants grants;

    SheetExports(Matters matters, Units units, Programmes programmes, Grants grants) {
        this.matters = matters;
        this.units = units;
        this.programmes = programmes;
        this.grants = grants;
    }

    /** How a sheet is to be written: {@code xlsx} or {@code csv}, with headings in {@code zh} or {@code en}. */
    public record Form(String kind, String language) {}

    /**
     * Writes the whole list, all of one moment, as far as whoever asks sees it then: a change of the tree between two pages would else
     * end the file early. Returns how many matters it wrote.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public int write(MatterFilter filter, Actor actor, Form form, OutputStream out) {
        Scope scope = grants.scopeOf(actor);
        int count = 0;
        try (SheetWriter writer = writer(form, out)) {
            Map<UnitId, String> named = new HashMap<>();
            String cursor = null;
            do {
                Slice<Matters.Told> page = matters.list(filter, scope, cursor, PAGE);
                name(page.rows(), named);
                page.rows().forEach(told -> writer.row(row(told, form.language(), named)));
                count += page.rows().size();
                cursor = page.next();
            } while (cursor != null);
        }
        return count;
    }

    /** An empty sheet with all headings, to be filled in. */
    public void template(Form form, OutputStream out) {
        writer(form, out).close();
    }

    private static SheetWriter writer(Form form, OutputStream out) {
        List<SheetWriter.Column> columns = SheetColumn.written().stream()
                .map(c -> new SheetWriter.Column(
                        ColumnNames.heading(c, form.language()), SheetColumn.DAYS.contains(c) ? 12 : 20))
                .toList();
        return "csv".equals(form.kind())
                ? SheetWriter.csv(out, columns)
                : SheetWriter.workbook(out, "en".equals(form.language()) ? "Ledger" : "台账", columns);
    }

    private void name(List<Matters.Told> page, Map<UnitId, String> named) {
        List<UnitId> unknown = page.stream()
                .map(t -> t.matter().unit())
                .filter(u -> !named.containsKey(u))
                .distinct()
                .toList();
        for (Unit unit : units.all(unknown)) {
            named.put(unit.id(), SheetUnit.write(unit));
        }
    }

    /** In the order of {@link SheetColumn#written}. */
    private List<Object> row(Matters.Told told, String language, Map<UnitId, String> named) {
        Map<SheetColumn, Object> cells = words(told.detail());
        Matter m = told.matter();
        Programme programme = programmes.current();
        cells.put(SheetColumn.NUMBER, m.number());
        cells.put(SheetColumn.SOURCE, term(programme.source(m.source()).orElse(null), m.source(), language));
        cells.put(SheetColumn.CATEGORY, term(programme.category(m.category()).orElse(null), m.category(), language));
        cells.put(SheetColumn.RAISED, m.raisedOn());
        cells.put(SheetColumn.UNIT, named.get(m.unit()));
        cells.put(SheetColumn.DUE, m.due());
        cells.put(SheetColumn.STAGE, ColumnNames.stage(m.stage(), language));
        return WRITTEN.stream().map(cells::get).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Map<SheetColumn, Object> words(Detail d) {
        Map<SheetColumn, Object> cells = new EnumMap<>(SheetColumn.class);
        cells.put(SheetColumn.TITLE, d.title());
        cells.put(SheetColumn.SYMPTOMS, d.symptoms());
        cells.put(SheetColumn.CAUSE_OWN, d.causeOwn());
        cells.put(SheetColumn.CAUSE_ABOVE, d.causeAbove());
        cells.put(SheetColumn.LEAD_UNIT, d.leadUnit());
        cells.put(SheetColumn.HELPERS, d.helpers());
        cells.put(SheetColumn.LEADER, d.leader());
        cells.put(SheetColumn.PERSON, d.person());
        cells.put(SheetColumn.STANDARD, d.standard());
        cells.put(SheetColumn.MEASURES, d.measures());
        cells.put(SheetColumn.DIVISION, d.division());
        cells.put(SheetColumn.PROGRESS, d.progress());
        cells.put(SheetColumn.EVIDENCE, d.evidence());
        cells.put(SheetColumn.COUNTY_ACCEPTED, d.countyAccepted());
        cells.put(SheetColumn.CITY_ACCEPTED, d.cityAccepted());
        cells.put(SheetColumn.INDUSTRY_ACCEPTED, d.industryAccepted());
        cells.put(SheetColumn.SOLVED, d.solved());
        cells.put(SheetColumn.LASTING, d.lasting());
        cells.put(SheetColumn.CLOSED, d.closedOn());
        cells.put(SheetColumn.REMARK, d.remark());
        return cells;
    }

    private static String term(Programme.Term term, int key, String language) {
        return term == null ? Integer.toString(key) : term.name().in(language);
    }
}
