package org.luodi.sheets;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luodi.matters.Detail;
import org.luodi.platform.Refusal;
import org.luodi.platform.exchange.Cell;
import org.luodi.platform.exchange.SheetRow;
import org.luodi.sheets.Sheet.Heading;

/**
 * A row of a ledger sheet by its columns. A blank cell has no text, and leaves what stands as it is.
 *
 * @param row number as Excel shows it
 */
record SheetEntry(int row, Map<SheetColumn, String> texts) {

    private static final int NUMBER_LENGTH = 60;
    private static final int CELL = 32_767;
    private static final Pattern BOTH_CAUSES =
            Pattern.compile("\\s*本级(?:原因)?[：:](.*?)[\\s；;。]*上级(?:原因)?[：:](.*)", Pattern.DOTALL);

    /** The row as its stored cells say. */
    static SheetEntry of(int row, List<Heading> headings, List<String> payload) {
        Map<SheetColumn, String> texts = new EnumMap<>(SheetColumn.class);
        for (int i = 0; i < headings.size(); i++) {
            String text = i < payload.size() ? payload.get(i) : null;
            String field = headings.get(i).field();
            if (field != null && text != null) {
                SheetColumn.of(field).ifPresent(column -> texts.put(column, text));
            }
        }
        return new SheetEntry(row, causes(texts));
    }

    /** The cells below the headings; days in the one way that is read again whatever the workbook's epoch. */
    static List<String> payload(SheetRow row, List<Heading> headings) {
        String[] cells = new String[headings.size()];
        for (int i = 0; i < cells.length; i++) {
            Cell cell = row.cell(headings.get(i).index());
            String field = headings.get(i).field();
            boolean day = field != null
                    && SheetColumn.of(field).map(SheetColumn.DAYS::contains).orElse(false);
            cells[i] = cell.isBlank()
                    ? null
                    : day ? cell.date().map(LocalDate::toString).orElse(cell.text()) : cell.text();
        }
        return java.util.Arrays.asList(cells);
    }

    /** Why the cells of a row cannot be taken, whatever they mean; null where they can. */
    static Refusal unfit(SheetRow row, List<Heading> headings) {
        for (Heading heading : headings) {
            Cell cell = row.cell(heading.index());
            if (cell.tooLong()) {
                return Refusal.of("sheets.refused.long", heading.text(), CELL);
            }
            if (heading.field() != null && cell.isError()) {
                return Refusal.of("sheets.refused.error", heading.text(), cell.text());
            }
        }
        return null;
    }

    String text(SheetColumn column) {
        return texts.get(column);
    }

    /** The number as it is written in the sheet, or null. */
    String number() {
        String number = text(SheetColumn.NUMBER);
        if (number != null && number.strip().length() > NUMBER_LENGTH) {
            throw Refusal.of("sheets.refused.number.long", NUMBER_LENGTH);
        }
        return number == null ? null : number.strip();
    }

    /** The day of a column, null where the cell is blank. */
    LocalDate day(SheetColumn column) {
        String text = text(column);
        return text == null
                ? null
                : Cell.of(text)
                        .date()
                        .orElseThrow(() -> Refusal.of("sheets.refused.day", column.key(), shortened(text)));
    }

    /** A text that must be there. */
    String needed(SheetColumn column) {
        String text = text(column);
        if (text == null) {
            throw Refusal.of("sheets.refused.blank", column.key());
        }
        return text;
    }

    /** The words of a new matter, or those that stand with what the sheet says over them. */
    Detail over(Detail old) {
        return new Detail(
                or(SheetColumn.TITLE, old.title()),
                or(SheetColumn.SYMPTOMS, old.symptoms()),
                or(SheetColumn.CAUSE_OWN, old.causeOwn()),
                or(SheetColumn.CAUSE_ABOVE, old.causeAbove()),
                or(SheetColumn.LEAD_UNIT, old.leadUnit()),
                or(SheetColumn.HELPERS, old.helpers()),
                or(SheetColumn.LEADER, old.leader()),
                or(SheetColumn.PERSON, old.person()),
                or(SheetColumn.STANDARD, old.standard()),
                or(SheetColumn.MEASURES, old.measures()),
                or(SheetColumn.DIVISION, old.division()),
                or(SheetColumn.PROGRESS, old.progress()),
                or(SheetColumn.EVIDENCE, old.evidence()),
                or(SheetColumn.COUNTY_ACCEPTED, old.countyAccepted()),
                or(SheetColumn.CITY_ACCEPTED, old.cityAccepted()),
                or(SheetColumn.INDUSTRY_ACCEPTED, old.industryAccepted()),
                or(SheetColumn.SOLVED, old.solved()),
                or(SheetColumn.LASTING, old.lasting()),
                or(SheetColumn.CLOSED, old.closedOn()),
                or(SheetColumn.REMARK, old.remark()),
                old.own());
    }

    LocalDate or(SheetColumn column, LocalDate standing) {
        LocalDate given = day(column);
        return given == null ? standing : given;
    }

    private String or(SheetColumn column, String standing) {
        String given = text(column);
        return given == null || isExportOf(given, standing) ? standing : given;
    }

    /** An export cuts what no cell can hold and drops what no file can; such a text changes nothing when it comes back. */
    private static boolean isExportOf(String given, String standing) {
        return standing != null && !given.equals(standing) && given.equals(exported(standing));
    }

    private static Map<SheetColumn, String> causes(Map<SheetColumn, String> texts) {
        String both = texts.remove(SheetColumn.CAUSE);
        if (both != null) {
            Matcher parts = BOTH_CAUSES.matcher(both);
            boolean split = parts.matches();
            put(texts, SheetColumn.CAUSE_OWN, split ? parts.group(1).strip() : both);
            put(texts, SheetColumn.CAUSE_ABOVE, split ? parts.group(2).strip() : "");
        }
        return texts;
    }

    private static void put(Map<SheetColumn, String> texts, SheetColumn column, String text) {
        if (!text.isBlank()) {
            texts.putIfAbsent(column, text);
        }
    }

    private static String exported(String text) {
        String clean = text.replaceAll("[\\uFFFE\\uFFFF]", "");
        if (clean.length() <= CELL) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(CELL - 2)) ? CELL - 2 : CELL - 1;
        return clean.substring(0, end) + "…";
    }

    static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
