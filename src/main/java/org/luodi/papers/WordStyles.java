package org.luodi.papers;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** How a paper looks: A4 with the margins and the typefaces of official documents (GB/T 9704), smaller where tables need it. */
final class WordStyles {

    static final String TITLE = "Title";
    static final String HEADING = "Heading1";
    private static final String BODY_FACE = "仿宋";
    private static final String HEAD_FACE = "黑体";
    private static final String LATIN = "Times New Roman";

    private WordStyles() {}

    static void apply(XWPFDocument document) {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        face(fonts, BODY_FACE);
        styles.setDefaultFonts(fonts);
        styles.addStyle(style(styles, "Normal", "Normal", 24));
        XWPFStyle title = style(styles, TITLE, "Title", 40);
        var paragraph = title.getCTStyle().addNewPPr();
        paragraph.addNewJc().setVal(STJc.CENTER);
        paragraph.addNewSpacing().setAfter(BigInteger.valueOf(160));
        strong(title);
        styles.addStyle(title);
        XWPFStyle heading = style(styles, HEADING, "heading 1", 28);
        var line = heading.getCTStyle().addNewPPr();
        line.addNewKeepNext();
        line.addNewSpacing().setBefore(BigInteger.valueOf(240));
        line.getSpacing().setAfter(BigInteger.valueOf(100));
        line.addNewOutlineLvl().setVal(BigInteger.ZERO);
        strong(heading);
        styles.addStyle(heading);
        page(document);
    }

    private static XWPFStyle style(XWPFStyles styles, String id, String name, int halfPoints) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        if (id.equals("Normal")) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal("Normal");
            style.addNewNext().setVal("Normal");
        }
        style.addNewQFormat();
        CTRPr run = style.addNewRPr();
        run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        run.addNewSzCs().setVal(BigInteger.valueOf(halfPoints));
        return new XWPFStyle(style, styles);
    }

    private static void strong(XWPFStyle style) {
        CTRPr run = style.getCTStyle().getRPr();
        face(run.addNewRFonts(), HEAD_FACE);
        run.addNewB();
    }

    private static void face(CTFonts fonts, String chinese) {
        fonts.setEastAsia(chinese);
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setCs(LATIN);
    }

    /** Margins in twentieths of a point: 30 mm above, 25 mm below, 26 mm at the sides. */
    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11_906));
        size.setH(BigInteger.valueOf(16_838));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(1_701));
        margins.setBottom(BigInteger.valueOf(1_417));
        margins.setLeft(BigInteger.valueOf(1_474));
        margins.setRight(BigInteger.valueOf(1_474));
        margins.setHeader(BigInteger.valueOf(851));
        margins.setFooter(BigInteger.valueOf(850));
        margins.setGutter(BigInteger.ZERO);
    }
}
