package org.luodi.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luodi.evidence.Files.bytes;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.platform.Refusal;

/** What a photo says about place, device, author and time is gone before anything is kept; the picture is the same. */
class CleaningTest {

    @Test
    void aPhonePhotoLosesItsPlaceDeviceAuthorAndWhateverStandsBehindIt() throws IOException {
        Inspected kept = Inspected.of(Files.phonePhoto(6));
        assertThat(kept.type()).isEqualTo(FileType.JPEG);
        assertThat(bytes(kept.content()))
                .doesNotContain(
                        Files.PLACE, Files.DEVICE, "Zhang San", "xmpmeta", "Photoshop", "MPF", "JFXX", "film", "PK")
                .contains("colours stay", "JFIF")
                .endsWith("\u00ff\u00d9");
        assertThat(picture(kept.content())).isEqualTo(picture(Files.plainJpeg(320, 200)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void onlyHowThePictureStandsIsKept(int orientation) {
        byte[] kept = Inspected.of(Files.phonePhoto(orientation)).content();
        assertThat(Jpeg.orientation(kept)).isEqualTo(orientation);
        assertThat(bytes(kept).split("Exif", -1)).hasSize(2);
        assertThat(Inspected.of(kept).content()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, -1})
    void anUprightOrSenselessOrientationLeavesNoCameraDataAtAll(int orientation) {
        byte[] kept = Inspected.of(Files.phonePhoto(orientation)).content();
        assertThat(bytes(kept)).doesNotContain("Exif");
        assertThat(Jpeg.orientation(kept)).isEqualTo(1);
    }

    @Test
    void theSmallPictureStandsUpright() throws IOException {
        byte[] small = Preview.of(Inspected.of(Files.phonePhoto(6))).orElseThrow();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(small));
        assertThat(picture.getWidth()).isEqualTo(200);
        assertThat(picture.getHeight()).isEqualTo(320);
        assertThat(new Color(picture.getRGB(100, 40)).getRed()).isGreaterThan(200);
        assertThat(new Color(picture.getRGB(100, 280)).getBlue()).isGreaterThan(200);
        byte[] wide = Preview.of(Inspected.of(Files.plainJpeg(3000, 1000))).orElseThrow();
        assertThat(ImageIO.read(new ByteArrayInputStream(wide)).getWidth()).isEqualTo(640);
        assertThat(Preview.of(Inspected.of(Files.pdf()))).isEmpty();
    }

    @Test
    void aPngKeepsItsPictureAndColoursOnly() throws IOException {
        Inspected kept = Inspected.of(Files.talkingPng());
        assertThat(kept.type()).isEqualTo(FileType.PNG);
        assertThat(bytes(kept.content()))
                .doesNotContain(Files.PLACE, Files.DEVICE, "Zhang San", "eXIf", "tEXt", "zTXt", "iTXt", "tIME", "prVt")
                .contains("gAMA")
                .endsWith("IEND\u00aeB`\u0082");
        assertThat(picture(kept.content())).isEqualTo(picture(Files.plainPng(64, 40)));
    }

    @Test
    void anEmbeddedThumbnailOfTheUncutPictureGoes() {
        byte[] plain = Files.plainJpeg(32, 20);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(Files.ascii(
                "\u00ff\u00e0\u0000\u0013JFIF\u0000\u0001\u0002\u0000\u0000\u0001\u0000\u0001\u0001\u0001QQQ"));
        out.write(plain, 20, plain.length - 20);
        byte[] kept = Inspected.of(out.toByteArray()).content();
        assertThat(bytes(kept)).doesNotContain("QQQ").contains("JFIF");
    }

    @Test
    void aPictureCutOffAnywhereIsRefusedAndNeverHangs() {
        for (byte[] whole : new byte[][] {Files.phonePhoto(6), Files.talkingPng()}) {
            int end = Inspected.of(whole).content().length;
            for (int length = 10; length < Math.min(end, 1200); length += 7) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> Inspected.of(cut)).isInstanceOf(Refusal.class);
            }
        }
    }

    @Test
    void noDamageMakesItFailOtherwise() {
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            byte[] damaged = round % 2 == 0 ? Files.phonePhoto(8) : Files.talkingPng();
            for (int i = 0; i < 4; i++) {
                damaged[random.nextInt(Math.min(900, damaged.length))] = (byte) random.nextInt();
            }
            try {
                Inspected kept = Inspected.of(damaged);
                Preview.of(kept);
            } catch (Refusal plain) {
                assertThat(plain.key()).startsWith("evidence.refused.");
            }
        }
    }

    @Test
    void aSmallFileMayNotClaimAHugePicture() {
        byte[] huge = Files.plainJpeg(16, 16);
        int frame = bytes(huge).indexOf("\u00ff\u00c0");
        for (int i = 5; i < 9; i++) {
            huge[frame + i] = (byte) 0xFF;
        }
        assertThatThrownBy(() -> Inspected.of(huge)).hasMessage("evidence.refused.picture.large");
    }

    private static String picture(byte[] content) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(content));
        int[] points = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return picture.getWidth() + " " + picture.getHeight() + " " + Arrays.hashCode(points);
    }

    @Test
    void aPhotoInsideAWordDocumentLosesThemTooAndTheRestStays() throws IOException {
        byte[] given = Files.docxWithPhoto(Files.phonePhoto(1));
        byte[] kept = Inspected.of(given).content();
        Map<String, byte[]> parts = unpacked(kept);
        assertThat(parts.keySet()).containsExactlyElementsOf(unpacked(given).keySet());
        assertThat(bytes(parts.get("word/media/image1.jpeg"))).doesNotContain(Files.PLACE, Files.DEVICE, "Zhang San");
        assertThat(picture(parts.get("word/media/image1.jpeg"))).isEqualTo(picture(Files.plainJpeg(320, 200)));
        assertThat(bytes(parts.get("word/media/image2.emf"))).startsWith("drawing");
        assertThat(OfficeFile.check(kept)).isEqualTo(FileType.DOCX);
        byte[] plain = Files.docx();
        assertThat(Inspected.of(plain).content()).isSameAs(plain);
    }

    @Test
    void aDamagedPhotoInsideADocumentIsRefused() {
        byte[] photo = Arrays.copyOf(Files.phonePhoto(1), 900);
        assertThatThrownBy(() -> Inspected.of(Files.docxWithPhoto(photo)))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.key()).isEqualTo("evidence.refused.office.picture"));
    }

    @Test
    void aPhotoInsideAPdfTellsNothingAndEveryPlaceInTheFileStays() {
        byte[] given = Files.pdfWithPhoto(Files.phonePhoto(6), "");
        byte[] kept = Inspected.of(given).content();
        assertThat(kept).hasSameSizeAs(given);
        assertThat(bytes(kept))
                .doesNotContain(Files.DEVICE + "\0", "xmpmeta", "Photoshop")
                .contains("colours stay");
        byte[] signed = Files.pdfWithPhoto(Files.phonePhoto(6), "2 0 obj<</ByteRange[0 1 2 3]>>endobj\n");
        assertThat(Inspected.of(signed).content()).isSameAs(signed);
    }

    private static Map<String, byte[]> unpacked(byte[] zipped) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
