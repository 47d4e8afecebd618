package org.luodi.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Blanks what the photos inside a PDF tell about place and device: the camera's, XMP's and Photoshop's segments of each JPEG keep their
 * length and lose their content, so that every place in the file stays where it was. A signed file is left alone: its signature
 * would no longer fit.
 */
final class PdfPictures {

    private static final byte[] SIGNED = bytes("/ByteRange");
    private static final byte[][] TELLING = {
        bytes("Exif\0\0"), bytes("http://ns.adobe.com/"), bytes("Photoshop 3.0\0"), bytes("MPF\0")
    };
    private static final int FIRST_APPLICATION = 0xE1;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int HEAD = 4;

    private PdfPictures() {}

    /** The file without them; the very file where there is nothing to blank. */
    static byte[] clean(byte[] given) {
        if (find(given, SIGNED) >= 0) {
            return given;
        }
        byte[] out = given;
        for (int i = 0; i + HEAD < given.length; i++) {
            int length = telling(given, i);
            if (length > 0) {
                out = out == given ? given.clone() : out;
                Arrays.fill(out, i + HEAD, Math.min(given.length, i + 2 + length), (byte) 0);
            }
        }
        return out;
    }

    /** The length of a segment that begins here and tells something; 0 where there is none. */
    private static int telling(byte[] given, int at) {
        int marker = given[at + 1] & 0xFF;
        if (given[at] != (byte) 0xFF || marker < FIRST_APPLICATION || marker > LAST_APPLICATION) {
            return 0;
        }
        boolean tells = Arrays.stream(TELLING).anyMatch(t -> stands(given, at + HEAD, t));
        return tells ? (given[at + 2] & 0xFF) << 8 | given[at + 3] & 0xFF : 0;
    }

    private static boolean stands(byte[] given, int at, byte[] wanted) {
        return at + wanted.length <= given.length
                && Arrays.equals(given, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static int find(byte[] given, byte[] wanted) {
        for (int i = 0; i + wanted.length <= given.length; i++) {
            if (given[i] == wanted[0] && stands(given, i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
