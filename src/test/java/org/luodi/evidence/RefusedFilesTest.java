package org.luodi.evidence;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luodi.evidence.Files.WORD;
import static org.luodi.evidence.Files.ascii;
import static org.luodi.evidence.Files.join;
import static org.luodi.evidence.Files.office;
import static org.luodi.evidence.Files.types;
import static org.luodi.evidence.Files.zip;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may come in is decided by the content; everything else is refused, each with what it is. */
class RefusedFilesTest {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    static Stream<Arguments> welcome() {
        return Stream.of(
                Arguments.of(Files.plainJpeg(8, 8), FileType.JPEG),
                Arguments.of(Files.plainPng(8, 8), FileType.PNG),
                Arguments.of(Files.pdf(), FileType.PDF),
                Arguments.of(Files.docx(), FileType.DOCX),
                Arguments.of(Files.xlsx(), FileType.XLSX),
                Arguments.of("会议记录\n一、桥栏杆已修好。a < b 而且 c > d".getBytes(UTF_8), FileType.TEXT),
                Arguments.of("会议记录".getBytes(Charset.forName("GB18030")), FileType.TEXT),
                Arguments.of(join(new byte[] {(byte) 0xFF, (byte) 0xFE}, "会议记录".getBytes(UTF_16LE)), FileType.TEXT));
    }

    @ParameterizedTest
    @MethodSource("welcome")
    void whatMayComeInIsToldByItsContent(byte[] content, FileType type) {
        assertThat(Inspected.of(content).type()).isEqualTo(type);
    }

    static Stream<Arguments> unwelcome() {
        return Stream.of(
                Arguments.of("empty", new byte[0], "files.empty"),
                Arguments.of("a renamed program", ascii("MZ\u0090\0\3\0\0\0"), "evidence.refused.program"),
                Arguments.of("a program of Linux", ascii("\u007fELF\2\1\1\0"), "evidence.refused.program"),
                Arguments.of("a class of Java", ascii("\u00ca\u00fe\u00ba\u00be\0\0\0="), "evidence.refused.program"),
                Arguments.of("a shell script", ascii("#!/bin/sh\nrm -rf /\n"), "evidence.refused.program"),
                Arguments.of("a batch file", ascii("@echo off\r\nformat c:\r\n"), "evidence.refused.program"),
                Arguments.of("a page", ascii("<!DOCTYPE html><script>alert(1)</script>"), "evidence.refused.page"),
                Arguments.of("a page behind a text", ascii("hello <SCRIPT src=x>"), "evidence.refused.page"),
                Arguments.of(
                        "a page in UTF-16",
                        join(new byte[] {(byte) 0xFF, (byte) 0xFE}, "<html>".getBytes(UTF_16LE)),
                        "evidence.refused.page"),
                Arguments.of(
                        "a drawing",
                        ascii("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
                        "evidence.refused.page"),
                Arguments.of(
                        "a drawing with a mark",
                        "\ufeff<?xml version='1.0'?><svg/>".getBytes(UTF_8),
                        "evidence.refused.page"),
                Arguments.of("rich text", ascii("{\\rtf1 {\\object\\objdata 0105}}"), "evidence.refused.type"),
                Arguments.of("HEIC", ascii("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), "evidence.refused.heic"),
                Arguments.of("AVIF", ascii("\0\0\0\u0018ftypavif\0\0\0\0mif1"), "evidence.refused.heic"),
                Arguments.of("WebP", ascii("RIFF\u0010\0\0\0WEBPVP8 "), "evidence.refused.picture"),
                Arguments.of("GIF", ascii("GIF89a\1\0\1\0\0\0\0"), "evidence.refused.picture"),
                Arguments.of("TIFF", ascii("II*\0\u0008\0\0\0"), "evidence.refused.picture"),
                Arguments.of("a film", ascii("\0\0\0\u0018ftypmp42\0\0\0\0isom"), "evidence.refused.type"),
                Arguments.of("RAR", ascii("Rar!\u001a\7\0"), "evidence.refused.archive"),
                Arguments.of("7z", ascii("7z\u00bc\u00af\u0027\u001c\0\4"), "evidence.refused.archive"),
                Arguments.of("gzip", ascii("\u001f\u008b\10\0"), "evidence.refused.archive"),
                Arguments.of("an archive", zip(Map.of("setup.exe", "MZ")), "evidence.refused.archive"),
                Arguments.of("an archive without end", ascii("PK\3\4 and nothing"), "evidence.refused.office.broken"),
                Arguments.of(
                        "an old document",
                        ascii("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1" + "\0".repeat(500)),
                        "evidence.refused.old"),
                Arguments.of(
                        "a locked document",
                        ascii(
                                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\0\0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
                        "evidence.refused.encrypted"),
                Arguments.of(
                        "a locked PDF",
                        ascii("%PDF-1.6\ntrailer<</Encrypt 5 0 R>>\n%%EOF"),
                        "evidence.refused.encrypted"),
                Arguments.of("half a PDF", ascii("%PDF-1.6\n1 0 obj"), "evidence.refused.pdf.broken"),
                Arguments.of("a PDF behind something", ascii("\0\0%PDF-1.4 %%EOF"), "evidence.refused.type"),
                Arguments.of("bytes of nothing", ascii("\0\1\2\3"), "evidence.refused.type"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unwelcome")
    void whatMayNotComeInIsRefusedForWhatItIs(String what, byte[] content, String key) {
        assertThatThrownBy(() -> Inspected.of(content)).hasMessage(key);
    }

    @Test
    void macrosAreFoundWhereverTheyHide() {
        String main = "word/document.xml";
        Map<String, String> named = office(WORD, main);
        named.put("word/vbaProject.bin", "macro");
        refused(named, "evidence.refused.macro");

        Map<String, String> enabled = office("application/vnd.ms-word.document.macroEnabled.main+xml", main);
        refused(enabled, "evidence.refused.macro");

        Map<String, String> typed = office(WORD, main);
        typed.put(
                "[Content_Types].xml",
                types("/" + main, WORD)
                        .replace(
                                "</Types>",
                                "<Override PartName='/word/harmless.bin' ContentType='application/vnd.ms-office.&#118;baProject'/></Types>"));
        typed.put("word/harmless.bin", "macro");
        refused(typed, "evidence.refused.macro");

        Map<String, String> related = office(WORD, main);
        related.put(
                "word/_rels/document.xml.rels",
                Files.links("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "x.bin", null));
        refused(related, "evidence.refused.macro");

        Map<String, String> control = office(WORD, main);
        control.put("word/activeX/activeX1.bin", "control");
        refused(control, "evidence.refused.macro");

        Map<String, String> sheet = office(Files.EXCEL, "xl/workbook.xml");
        sheet.put("xl/macrosheets/sheet1.xml", "<macro/>");
        refused(sheet, "evidence.refused.macro");

        Map<String, String> template = office(WORD, main);
        template.put(
                "word/_rels/settings.xml.rels",
                Files.links(RELATIONS + "attachedTemplate", "http://evil.example/a.dotm", "External"));
        refused(template, "evidence.refused.macro");
    }

    @Test
    void whatIsNoDocumentByItsPartsIsNone() {
        refused(
                office(
                        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                        "ppt/presentation.xml"),
                "evidence.refused.type");
        Map<String, String> promised = office(WORD, "word/document.xml");
        promised.remove("word/document.xml");
        refused(promised, "evidence.refused.type");
        Map<String, String> entity = office(WORD, "word/document.xml");
        entity.put(
                "[Content_Types].xml",
                "<!DOCTYPE Types [<!ENTITY a 'b'>]>"
                        + types("/word/document.xml", WORD).substring(21));
        refused(entity, "evidence.refused.office.broken");
        Map<String, String> steering = office(WORD, "word/document.xml");
        steering.put("../../etc/passwd", "x");
        refused(steering, "evidence.refused.office.broken");
    }

    @Test
    void anArchiveThatSwellsIsRefusedBeforeItFillsTheMemory() {
        Map<String, String> bomb = office(WORD, "word/document.xml");
        bomb.put("word/media/zeros.bin", "0".repeat(60 << 20));
        refused(bomb, "evidence.refused.bomb");
        Map<String, String> crowd = office(WORD, "word/document.xml");
        for (int i = 0; i < 5_001; i++) {
            crowd.put("word/media/" + i, "x");
        }
        refused(crowd, "evidence.refused.bomb");
    }

    @Test
    void aLockedArchiveIsRefused() {
        byte[] locked = zip(new LinkedHashMap<>(office(WORD, "word/document.xml")));
        String bytes = Files.bytes(locked);
        for (int at = bytes.indexOf("PK\1\2"); at >= 0; at = bytes.indexOf("PK\1\2", at + 4)) {
            locked[at + 8] |= 1;
        }
        for (int at = bytes.indexOf("PK\3\4"); at >= 0; at = bytes.indexOf("PK\3\4", at + 4)) {
            locked[at + 6] |= 1;
        }
        assertThatThrownBy(() -> Inspected.of(locked)).hasMessage("evidence.refused.encrypted");
    }

    @Test
    void theEndingOfANameFollowsTheContent() {
        assertThat(FileType.JPEG.named("IMG_1.JPEG")).isEqualTo("IMG_1.JPEG");
        assertThat(FileType.JPEG.named("现场.exe")).isEqualTo("现场.jpg");
        assertThat(FileType.PDF.named("通知")).isEqualTo("通知.pdf");
        assertThat(FileType.TEXT.named(".txt")).isEqualTo(".txt");
        assertThat(FileType.DOCX.named("方案 v1.2 定稿.docx")).isEqualTo("方案 v1.2 定稿.docx");
        assertThat(EvidenceRules.free("image.jpg", java.util.Set.of("image.jpg", "image (2).jpg")))
                .isEqualTo("image (3).jpg");
    }

    private static void refused(Map<String, String> parts, String key) {
        byte[] content = zip(parts);
        assertThatThrownBy(() -> Inspected.of(content)).hasMessage(key);
    }
}
