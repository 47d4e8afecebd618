package org.luodi.platform.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Turns the c element of a sheet into a cell. */
record CellValues(SharedStrings strings, NumberFormats formats, SheetLimits limits) {

    /** Reads the current c element to its end. */
    Cell read(XmlPart xml) {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        boolean formula = false;
        String raw = "";
        boolean cut = false;
        while (!xml.ends("c") && xml.next()) {
            if (xml.starts("f")) {
                formula = true;
                xml.text(0);
            } else if (xml.starts("v") || xml.starts("is")) {
                raw = xml.text(limits.cellChars());
                cut = xml.wasCut();
            }
        }
        Cell cell = raw.isEmpty() ? Cell.BLANK : value(type == null ? "n" : type, style, raw);
        cell = cut ? cell.asTooLong() : cell;
        return formula ? cell.asFormula() : cell;
    }

    private Cell value(String type, String style, String raw) {
        return switch (type) {
            case "s" -> strings.cell(raw);
            case "n" -> formats.show(raw, style);
            case "b" -> Cell.of(Cell.Kind.BOOLEAN, raw.strip().equals("1") ? "TRUE" : "FALSE");
            case "e" -> Cell.of(Cell.Kind.ERROR, raw);
            case "d" -> day(raw);
            default -> Cell.of(CellText.clean(CellText.fromXml(raw)));
        };
    }

    /** An ISO date, as the strict variant of the format stores it. */
    private static Cell day(String raw) {
        try {
            String day = raw.length() > 10 ? raw.substring(0, 10) : raw;
            return Cell.of(Cell.Kind.DATE, LocalDate.parse(day).toString());
        } catch (DateTimeParseException notADay) {
            return Cell.of(CellText.clean(raw));
        }
    }
}
