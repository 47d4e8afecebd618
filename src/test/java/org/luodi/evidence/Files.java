package org.luodi.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people send them, made byte by byte: photos that tell where they were taken, documents with and without macros. */
public final class Files {

    static final String DEVICE = "Secret Camera 9000";
    static final String PLACE = "39.9042N 116.4074E";

    private Files() {}

    /** A picture whose left half is red, so that its turning can be seen. */
    public static byte[] plainJpeg(int width, int height) {
        return written(width, height, "jpeg");
    }

    public static byte[] plainPng(int width, int height) {
        return written(width, height, "png");
    }

    private static byte[] written(int width, int height, String format) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.BLUE);
        brush.fillRect(0, 0, width, height);
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width / 2, height);
        brush.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A photo as a phone makes it: camera data with place and orientation, XMP, comment, maker's segments, and a film behind its end. */
    public static byte[] phonePhoto(int orientation) {
        byte[] plain = plainJpeg(320, 200);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 20);
        segment(out, 0xE1, join(ascii("Exif\0\0"), exif(orientation)));
        segment(
                out,
                0xE1,
                ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><exif:GPSLatitude>" + PLACE
                        + "</exif:GPSLatitude></x:xmpmeta>"));
        segment(out, 0xE0, ascii("JFXX\0\u0010thumbnail " + PLACE));
        segment(out, 0xE2, join(ascii("ICC_PROFILE\0\1\1"), ascii("colours stay")));
        segment(out, 0xE2, ascii("MPF\0" + DEVICE));
        segment(out, 0xED, ascii("Photoshop 3.0\0" + PLACE));
        segment(out, 0xEF, ascii(DEVICE));
        segment(out, 0xFE, ascii("taken by Zhang San at " + PLACE));
        out.write(plain, 20, plain.length - 20);
        out.writeBytes(ascii("ftypmp42 film of " + PLACE));
        out.writeBytes(zip(Map.of("place.txt", PLACE)));
        return out.toByteArray();
    }

    /** Big-endian TIFF with a device, an orientation and a GPS directory. */
    static byte[] exif(int orientation) {
        byte[] device = ascii(DEVICE + "\0");
        byte[] place = ascii(PLACE + "\0");
        ByteBuffer tiff = ByteBuffer.allocate(256);
        tiff.put(ascii("MM\0*")).putInt(8).putShort((short) 3);
        entry(tiff, 0x0110, 2, device.length, 100);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        entry(tiff, 0x8825, 4, 1, 60);
        tiff.putInt(0).position(60);
        tiff.putShort((short) 1);
        entry(tiff, 0x001B, 7, place.length, 140);
        tiff.putInt(0).position(100);
        tiff.put(device).position(140);
        tiff.put(place);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] payload) {
        out.write(0xFF);
        out.write(marker);
        out.write(payload.length + 2 >> 8);
        out.write(payload.length + 2);
        out.writeBytes(payload);
    }

    /** A PNG with texts, a time, camera data and something behind its end. */
    public static byte[] talkingPng() {
        byte[] plain = plainPng(64, 40);
        int head = 8 + 25;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, head);
        chunk(out, "gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F});
        chunk(out, "eXIf", exif(6));
        chunk(out, "tEXt", ascii("Author\0Zhang San"));
        chunk(out, "zTXt", ascii("Comment\0\0" + PLACE));
        chunk(out, "iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0" + PLACE));
        chunk(out, "tIME", new byte[7]);
        chunk(out, "prVt", ascii(DEVICE));
        out.write(plain, head, plain.length - head);
        out.writeBytes(ascii(PLACE));
        return out.toByteArray();
    }

    static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] body = join(ascii(type), data);
        CRC32 sum = new CRC32();
        sum.update(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    public static byte[] pdf() {
        return ascii(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                        + "trailer<</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF\n");
    }

    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static byte[] docx() {
        return zip(office(WORD, "word/document.xml"));
    }

    public static byte[] xlsx() {
        return zip(office(EXCEL, "xl/workbook.xml"));
    }

    /** The parts of an Office file with this main part; to be added to. */
    static Map<String, String> office(String type, String part) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types("/" + part, type));
        parts.put(
                "_rels/.rels",
                links(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                        part,
                        null));
        parts.put(part, "<document/>");
        return parts;
    }

    static String types(String part, String type) {
        return "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/></Types>";
    }

    static String links(String type, String target, String mode) {
        return "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"" + type + "\" Target=\"" + target + "\""
                + (mode == null ? "" : " TargetMode=\"" + mode + "\"") + "/></Relationships>";
    }

    static byte[] zip(Map<String, String> parts) {
        return zip(parts, StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, String> parts, Charset characters) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(characters));
                zip.closeEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    /** A Word document with a photo and a drawing in it. */
    public static byte[] docxWithPhoto(byte[] photo) {
        Map<String, String> parts = office(WORD, "word/document.xml");
        parts.put("word/media/image1.jpeg", bytes(photo));
        parts.put("word/media/image2.emf", "drawing " + PLACE);
        return zip(parts, StandardCharsets.ISO_8859_1);
    }

    /** A PDF with a photo in it, as scanners make them. */
    public static byte[] pdfWithPhoto(byte[] photo, String more) {
        byte[] head = ascii("%PDF-1.4\n1 0 obj<</Filter/DCTDecode/Length " + photo.length + ">>stream\n");
        byte[] tail = ascii("\nendstream endobj\n" + more + "trailer<</Size 2>>\nstartxref\n0\n%%EOF\n");
        return join(join(head, photo), tail);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** As text in which every byte is a character, to look for what must not be there. */
    static String bytes(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
