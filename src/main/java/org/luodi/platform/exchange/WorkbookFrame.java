package org.luodi.platform.exchange;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fixed parts of a workbook around its rows: ECMA-376, the least that Excel, WPS and LibreOffice open without a word. */
final class WorkbookFrame {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int LONGEST_NAME = 31;
    private static final double WIDEST = 255;

    private WorkbookFrame() {}

    /** A sheet that has been written: its name and how far it reaches. */
    record Tab(String name, String lastColumn, int lastRow) {

        private String place(String cells) {
            return escaped("'" + name.replace("'", "''") + "'!" + cells);
        }
    }

    static void openSheet(Writer out, List<SheetWriter.Column> columns, boolean first) throws IOException {
        out.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        out.write("<sheetViews><sheetView" + (first ? " tabSelected=\"1\"" : "")
                + " workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\""
                + " activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A2\""
                + " sqref=\"A2\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (int i = 0; i < columns.size(); i++) {
            double width = Math.min(WIDEST, columns.get(i).width());
            out.write("<col min=\"%d\" max=\"%d\" width=\"%s\" customWidth=\"1\"/>".formatted(i + 1, i + 1, width));
        }
        out.write("</cols><sheetData>");
    }

    static void closeSheet(Writer out, String lastColumn, int lastRow) throws IOException {
        out.write("</sheetData><autoFilter ref=\"A1:%s%d\"/>".formatted(lastColumn, lastRow));
        out.write("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>"
                + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
                + "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>");
    }

    static Map<String, String> parts(List<Tab> tabs) {
        List<String> links = new ArrayList<>();
        for (int i = 1; i <= tabs.size(); i++) {
            links.addAll(List.of("worksheet", "worksheets/sheet" + i + ".xml"));
        }
        links.addAll(List.of("styles", "styles.xml"));
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/styles.xml", styles());
        parts.put("xl/workbook.xml", workbook(tabs));
        parts.put("xl/_rels/workbook.xml.rels", links(links));
        parts.put("_rels/.rels", links(List.of("officeDocument", "xl/workbook.xml")));
        parts.put("[Content_Types].xml", types(tabs.size()));
        return parts;
    }

    private static String styles() {
        return XML
                + """
                <styleSheet xmlns="%s"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
                <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>\
                <fonts count="2"><font><sz val="11"/><name val="宋体"/></font>\
                <font><b/><sz val="11"/><name val="宋体"/></font></fonts>\
                <fills count="3"><fill><patternFill patternType="none"/></fill>\
                <fill><patternFill patternType="gray125"/></fill>\
                <fill><patternFill patternType="solid"><fgColor rgb="FFE7ECF3"/></patternFill></fill></fills>\
                <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
                <border><left/><right/><top/><bottom style="thin"/><diagonal/></border></borders>\
                <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
                <cellXfs count="6">%s</cellXfs>\
                <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>""".formatted(
                                MAIN,
                                style(0, false)
                                        + heading()
                                        + style(49, true)
                                        + style(0, false)
                                        + style(164, false)
                                        + style(165, false));
    }

    private static String heading() {
        return "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\""
                + " applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
                + "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>";
    }

    private static String style(int format, boolean wrapped) {
        return "<xf numFmtId=\"%d\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\""
                        .formatted(format)
                + " applyAlignment=\"1\"><alignment vertical=\"top\"" + (wrapped ? " wrapText=\"1\"" : "") + "/></xf>";
    }

    private static String workbook(List<Tab> tabs) {
        StringBuilder sheets = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < tabs.size(); i++) {
            Tab tab = tabs.get(i);
            sheets.append(
                    "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(escaped(tab.name()), i + 1, i + 1));
            names.append("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"%d\" hidden=\"1\">%s</definedName>"
                    .formatted(i, tab.place("$A$1:$%s$%d".formatted(tab.lastColumn(), tab.lastRow()))));
            names.append("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"%d\">%s</definedName>"
                    .formatted(i, tab.place("$1:$1")));
        }
        return XML + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>".formatted(MAIN, LINKS) + sheets
                + "</sheets><definedNames>" + names + "</definedNames></workbook>";
    }

    private static String links(List<String> typesAndTargets) {
        StringBuilder links = new StringBuilder(XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 0; i < typesAndTargets.size(); i += 2) {
            links.append("<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                    .formatted(i / 2 + 1, LINKS, typesAndTargets.get(i), typesAndTargets.get(i + 1)));
        }
        return links.append("</Relationships>").toString();
    }

    private static String types(int sheets) {
        StringBuilder types = new StringBuilder(XML + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override("/xl/workbook.xml", "sheet.main")
                + override("/xl/styles.xml", "styles"));
        for (int i = 1; i <= sheets; i++) {
            types.append(override("/xl/worksheets/sheet" + i + ".xml", "worksheet"));
        }
        return types.append("</Types>").toString();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"%s\" ContentType=\"%s%s+xml\"/>".formatted(part, TYPE, type);
    }

    /** Excel allows 31 characters in a sheet's name and none of these. */
    static String sheetName(String wanted) {
        String plain = CellText.clean(wanted)
                .replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ")
                .strip();
        String fitting = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        String name = CellText.clean(fitting).replaceAll("^'+|'+$", "").strip();
        return name.isEmpty() ? "Sheet1" : name;
    }

    /** The letters of a column counted from nought. */
    static String letters(int column) {
        String letters = "";
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters = (char) ('A' + rest % 26) + letters;
        }
        return letters;
    }

    private static String escaped(String text) {
        StringWriter escaped = new StringWriter();
        try {
            CellText.appendXml(escaped, text);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return escaped.toString();
    }
}
