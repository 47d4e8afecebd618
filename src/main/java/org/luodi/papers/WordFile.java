package org.luodi.papers;

import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.ImageUtils;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A Word file made of headings, texts, tables and pictures; whatever people typed stays text. */
final class WordFile implements AutoCloseable {

    private static final int WIDTH = 8_958;
    private static final int SMALL = 10;
    private static final int PICTURE = 180;

    private final XWPFDocument document = new XWPFDocument();

    WordFile(String title, String above) {
        WordStyles.apply(document);
        var properties = document.getProperties();
        properties.getCoreProperties().setTitle(clean(title));
        properties.getCoreProperties().setCreator("Luodi");
        properties.getExtendedProperties().getUnderlyingProperties().setApplication("Luodi");
        if (above != null) {
            XWPFParagraph header =
                    document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
            header.setAlignment(ParagraphAlignment.RIGHT);
            write(header, above).setBold(true);
        }
        XWPFParagraph footer = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        footer.setAlignment(ParagraphAlignment.CENTER);
        write(footer, "— ");
        footer.getCTP().addNewFldSimple().setInstr("PAGE");
        write(footer, " —");
        styled(title, WordStyles.TITLE);
    }

    void heading(String text) {
        styled(text, WordStyles.HEADING);
    }

    /** A line in the middle, below the title. */
    void centred(String text) {
        XWPFParagraph line = document.createParagraph();
        line.setAlignment(ParagraphAlignment.CENTER);
        write(line, text);
    }

    void text(String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingBetween(1.3);
        write(paragraph, text);
    }

    /** A table with a heading row that is repeated on each page; widths are shares of the line. */
    void table(List<String> headings, int[] shares, List<List<String>> rows) {
        XWPFTable table = made(rows.size() + 1, shares);
        fill(table.getRow(0), headings, true);
        table.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < rows.size(); i++) {
            fill(table.getRow(i + 1), rows.get(i), false);
        }
        document.createParagraph().setSpacingAfter(0);
    }

    /** Names on the left, what stands behind them on the right. */
    void facts(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        XWPFTable table = made(rows.size(), new int[] {22, 78});
        for (int i = 0; i < rows.size(); i++) {
            fill(table.getRow(i), rows.get(i), false);
        }
        document.createParagraph().setSpacingAfter(0);
    }

    /** A small picture with what it shows below it. */
    void picture(byte[] jpeg, String caption) {
        Dimension size = ImageUtils.getImageDimension(new ByteArrayInputStream(jpeg), PictureType.JPEG.getOoxmlId());
        double scale = PICTURE / Math.max(1, Math.max(size.getWidth(), size.getHeight()));
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setKeepNext(true);
        try {
            XWPFPicture picture = paragraph
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(jpeg),
                            PictureType.JPEG,
                            "photo.jpg",
                            Units.toEMU(size.getWidth() * scale),
                            Units.toEMU(size.getHeight() * scale));
            picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(clean(caption));
        } catch (IOException | InvalidFormatException failed) {
            throw new IllegalStateException(failed);
        }
        centred(caption);
    }

    void write(OutputStream out) {
        try {
            document.write(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void styled(String text, String style) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        write(paragraph, text);
    }

    private XWPFTable made(int rows, int[] shares) {
        XWPFTable table = document.createTable(rows, shares.length);
        table.setWidth(WIDTH);
        CTTbl xml = table.getCTTbl();
        xml.getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = xml.getTblGrid() == null ? xml.addNewTblGrid() : xml.getTblGrid();
        int all = IntStream.of(shares).sum();
        for (int share : shares) {
            grid.addNewGridCol().setW(BigInteger.valueOf((long) WIDTH * share / all));
        }
        for (XWPFTableRow row : table.getRows()) {
            row.setCantSplitRow(true);
            for (int i = 0; i < shares.length; i++) {
                row.getCell(i).setWidth(Integer.toString(WIDTH * shares[i] / all));
            }
        }
        return table;
    }

    private static void fill(XWPFTableRow row, List<String> texts, boolean heading) {
        for (int i = 0; i < texts.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            if (heading) {
                cell.setColor("E7ECF3");
            }
            XWPFRun run = write(cell.getParagraphs().get(0), texts.get(i) == null ? "" : texts.get(i));
            run.setFontSize(SMALL);
            run.setBold(heading);
        }
    }

    private static XWPFRun write(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        String[] lines = clean(text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
        return run;
    }

    /** Drops what XML cannot hold. */
    private static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll(
                        "[\\x00-\\x08\\x0B-\\x1F\\x7F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]",
                        "");
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
