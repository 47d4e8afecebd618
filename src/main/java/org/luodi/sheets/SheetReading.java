package org.luodi.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.luodi.organisation.Grants;
import org.luodi.platform.Refusal;
import org.luodi.platform.exchange.HeadingMatch;
import org.luodi.platform.exchange.Headings;
import org.luodi.platform.exchange.SheetLimits;
import org.luodi.platform.exchange.SheetReader;
import org.luodi.platform.exchange.SheetRow;
import org.luodi.platform.exchange.SheetRows;
import org.luodi.platform.exchange.Sheets;
import org.luodi.platform.files.StoredFile;
import org.luodi.platform.files.StoredFiles;
import org.luodi.sheets.Sheet.Heading;
import org.luodi.sheets.Sheet.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads a sheet from the disk and keeps what is to become of each row, some thousand rows at a time. */
@Component
class SheetReading {

    private static final int TOP = 20;

    /** Sheets of a workbook that are looked at for headings. */
    private static final int MOST_SHEETS = 20;

    private static final int CHUNK = 2_000;

    /** Characters that are in memory at once, and those of a whole sheet. */
    private static final long AT_ONCE = 4_000_000;

    private static final long MOST = 200_000_000;

    private final SheetStore store;
    private final SheetRowStore rows;
    private final StoredFiles files;
    private final SheetDecisions decisions;
    private final Grants grants;
    private final TransactionOperations transaction;

    SheetReading(
            SheetStore store,
            SheetRowStore rows,
            StoredFiles files,
            SheetDecisions decisions,
            Grants grants,
            TransactionOperations transaction) {
        this.store = store;
        this.rows = rows;
        this.files = files;
        this.decisions = decisions;
        this.grants = grants;
        this.transaction = transaction;
    }

    /** What is found at the top of a file. */
    private record Top(int sheet, int lastRow, List<Heading> headings) {}

    /** Reads the whole sheet; returns the state it comes to. */
    State read(Sheet sheet) {
        clear(sheet);
        StoredFile file = files.get(sheet.file());
        try (SheetReader reader = Sheets.open(files.path(file), file.name(), SheetLimits.standard())) {
            int index = withHeadings(reader, sheet);
            if (store.stopping(sheet.id())) {
                return State.CANCELLED;
            }
            Top top = top(reader, index, sheet);
            try (SheetRows body = reader.rows(top.sheet())) {
                return body(body, top, sheet, decisions.run(sheet));
            }
        }
    }

    private void clear(Sheet sheet) {
        transaction.executeWithoutResult(status -> {
            store.hold(sheet);
            rows.clear(sheet.id());
        });
    }

    /** Ledgers often begin with a cover sheet. */
    private int withHeadings(SheetReader reader, Sheet sheet) {
        int last = Math.min(reader.sheets().size(), MOST_SHEETS) - 1;
        int index = 0;
        while (index < last && !store.stopping(sheet.id()) && !hasHeadings(reader, index)) {
            index++;
        }
        return index;
    }

    private Top top(SheetReader reader, int index, Sheet sheet) {
        Headings headings = Headings.find(reader.first(index, TOP), ColumnNames.known());
        HeadingMatch<SheetColumn> match =
                headings.match(ColumnNames.all(), SheetColumn.REQUIRED, store.mapping(sheet.account()));
        List<Heading> found = headings(headings, match);
        store.headings(sheet.id(), found);
        complete(match);
        return new Top(index, headings.lastRow(), found);
    }

    private static boolean hasHeadings(SheetReader reader, int index) {
        try {
            Headings.find(reader.first(index, TOP), ColumnNames.known());
            return true;
        } catch (Refusal none) {
            return false;
        }
    }

    private static List<Heading> headings(Headings headings, HeadingMatch<SheetColumn> match) {
        Map<Integer, String> fields = match.columns().entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getValue().index(), e -> e.getKey().word()));
        return headings.columns().stream()
                .map(c -> new Heading(c.index(), c.heading(), c.key(), fields.get(c.index())))
                .toList();
    }

    private static void complete(HeadingMatch<SheetColumn> match) {
        if (!match.missing().isEmpty()) {
            throw Refusal.of("sheets.refused.columns", names(match.missing()));
        }
        if (!match.ambiguous().isEmpty()) {
            throw Refusal.of(
                    "sheets.refused.columns.twice",
                    names(match.ambiguous().keySet().stream().toList()));
        }
    }

    private static String names(List<SheetColumn> columns) {
        return columns.stream()
                .sorted()
                .map(c -> ColumnNames.heading(c, "zh") + " " + ColumnNames.heading(c, "en"))
                .collect(Collectors.joining("、"));
    }

    private State body(SheetRows body, Top top, Sheet sheet, SheetDecisions.Run run) {
        long characters = 0;
        while (body.hasNext()) {
            List<SheetRow> chunk = chunk(body, top.lastRow());
            characters += chunk.stream().mapToLong(SheetReading::characters).sum();
            if (characters > MOST) {
                throw Refusal.of("sheets.refused.large", MOST / 100_000_000);
            }
            keep(chunk, top, sheet, run);
            store.percent(sheet.id(), Math.min(99, body.percent()));
            if (store.stopping(sheet.id())) {
                clear(sheet);
                return State.CANCELLED;
            }
        }
        return State.READY;
    }

    /** Few rows where they are long: one text of a workbook may stand in each of its cells. */
    private static List<SheetRow> chunk(SheetRows body, int lastHeading) {
        List<SheetRow> chunk = new ArrayList<>();
        long characters = 0;
        while (chunk.size() < CHUNK && characters < AT_ONCE && body.hasNext()) {
            SheetRow row = body.next();
            if (row.number() > lastHeading) {
                chunk.add(row);
                characters += characters(row);
            }
        }
        return chunk;
    }

    private static long characters(SheetRow row) {
        return row.cells().stream().mapToLong(c -> c.text().length()).sum();
    }

    private void keep(List<SheetRow> chunk, Top top, Sheet sheet, SheetDecisions.Run run) {
        List<Sheet.Line> lines = new ArrayList<>();
        List<SheetEntry> entries = new ArrayList<>();
        List<List<String>> payloads = new ArrayList<>();
        for (SheetRow row : chunk) {
            List<String> payload = SheetEntry.payload(row, top.headings());
            Refusal unfit = SheetEntry.unfit(row, top.headings());
            if (unfit != null) {
                lines.add(SheetVerdict.refused(null, unfit).line(row.number(), payload));
            } else if (payload.stream().anyMatch(Objects::nonNull)) {
                entries.add(SheetEntry.of(row.number(), top.headings(), payload));
                payloads.add(payload);
            }
        }
        run.renew(grants.scopeOf(sheet.actor()));
        transaction.executeWithoutResult(status -> {
            store.hold(sheet);
            List<SheetVerdict> verdicts = run.decide(entries);
            for (int i = 0; i < verdicts.size(); i++) {
                lines.add(verdicts.get(i).line(entries.get(i).row(), payloads.get(i)));
            }
            rows.insert(sheet.id(), lines);
        });
    }
}
