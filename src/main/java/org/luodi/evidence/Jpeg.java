package org.luodi.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.luodi.platform.Refusal;

/**
 * Takes out of a JPEG everything but the picture (ITU-T T.81): of the application segments only JFIF without its thumbnail, the colour
 * profile and Adobe's colour transform stay; comments go, and so does whatever follows the end of the picture.
 */
final class Jpeg {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int JFIF_HEAD = 12;
    private static final int ADOBE = 12;

    private final byte[] in;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private byte[] jfif = new byte[0];
    private int orientation = Orientation.UPRIGHT;
    private boolean framed;
    private boolean scanned;
    private int at = 2;

    private Jpeg(byte[] in) {
        this.in = in;
    }

    static boolean is(byte[] given) {
        return given.length > 3 && (given[0] & 0xFF) == 0xFF && (given[1] & 0xFF) == START && (given[2] & 0xFF) == 0xFF;
    }

    /** The picture alone. */
    static byte[] clean(byte[] given) {
        return new Jpeg(given).cleaned();
    }

    /** How a cleaned picture stands: its own segment says it right at the start, behind JFIF's. */
    static int orientation(byte[] cleaned) {
        ByteBuffer in = ByteBuffer.wrap(cleaned);
        int at = in.getShort(2) == (short) 0xFFE0 ? 20 : 2;
        boolean said = in.getShort(at) == (short) 0xFFE1;
        return said ? Orientation.read(in.slice(at + 10, in.capacity() - at - 10)) : Orientation.UPRIGHT;
    }

    private byte[] cleaned() {
        for (int marker = marker(); marker != END; marker = marker()) {
            take(marker);
        }
        if (!framed || !scanned) {
            throw broken();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.size() + 64);
        mark(out, START);
        out.writeBytes(jfif);
        if (orientation != Orientation.UPRIGHT) {
            out.writeBytes(Orientation.segment(orientation));
        }
        out.writeBytes(body.toByteArray());
        mark(out, END);
        return out.toByteArray();
    }

    /** The next marker, fill bytes before it skipped. */
    private int marker() {
        if (byteAt(at) != 0xFF) {
            throw broken();
        }
        while (byteAt(at) == 0xFF) {
            at++;
        }
        return byteAt(at++);
    }

    private void take(int marker) {
        int length = word(at);
        if (length < 2 || at + length > in.length) {
            throw broken();
        }
        if (marker >= 0xE0 && marker <= 0xEF) {
            application(marker, Arrays.copyOfRange(in, at + 2, at + length));
        } else if (marker >= 0xC0 && marker <= 0xCF || marker >= SCAN && marker <= 0xDF) {
            picture(marker, length);
        } else if (marker != COMMENT) {
            throw broken();
        }
        at += length;
        if (marker == SCAN) {
            scan();
        }
    }

    private void picture(int marker, int length) {
        boolean frame = marker < 0xD0 && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame) {
            PictureSize.check(word(at + 5), word(at + 3));
            framed = true;
        }
        mark(body, marker);
        body.write(in, at, length);
    }

    private void application(int marker, byte[] payload) {
        if (marker == 0xE0 && starts(payload, "JFIF\0") && payload.length >= JFIF_HEAD) {
            jfif = ByteBuffer.allocate(18)
                    .putShort((short) 0xFFE0)
                    .putShort((short) 16)
                    .put(payload, 0, JFIF_HEAD)
                    .array();
        } else if (marker == 0xE1 && starts(payload, "Exif\0\0")) {
            orientation = Orientation.read(
                    ByteBuffer.wrap(payload, 6, payload.length - 6).slice());
        } else if (marker == 0xE2 && starts(payload, "ICC_PROFILE\0")) {
            segment(marker, payload);
        } else if (marker == 0xEE && starts(payload, "Adobe") && payload.length >= ADOBE) {
            segment(marker, Arrays.copyOf(payload, ADOBE));
        }
    }

    /** The coded picture up to the next marker that is neither a stuffed byte nor a restart. */
    private void scan() {
        int from = at;
        while (!endsScan(byteAt(at), byteAt(at + 1))) {
            at++;
        }
        body.write(in, from, at - from);
        scanned = true;
    }

    private static boolean endsScan(int one, int next) {
        return one == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7);
    }

    private void segment(int marker, byte[] payload) {
        mark(body, marker);
        body.write(payload.length + 2 >> 8);
        body.write(payload.length + 2);
        body.writeBytes(payload);
    }

    private static void mark(ByteArrayOutputStream out, int marker) {
        out.write(0xFF);
        out.write(marker);
    }

    private static boolean starts(byte[] payload, String with) {
        byte[] wanted = with.getBytes(StandardCharsets.ISO_8859_1);
        return payload.length >= wanted.length && Arrays.equals(wanted, 0, wanted.length, payload, 0, wanted.length);
    }

    private int word(int i) {
        return byteAt(i) << 8 | byteAt(i + 1);
    }

    private int byteAt(int i) {
        if (i >= in.length) {
            throw broken();
        }
        return in[i] & 0xFF;
    }

    private static Refusal broken() {
        return Refusal.of("evidence.refused.picture.broken");
    }
}
