package org.luodi.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import org.luodi.platform.Refusal;

/** Takes out of a PNG everything but the picture and its colours: texts, times, camera data and what follows the end go (ISO/IEC 15948). */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> CRITICAL = Set.of("IHDR", "PLTE", "IDAT", "IEND");
    private static final Set<String> COLOUR = Set.of("tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT");
    private static final int AROUND = 12;

    private Png() {}

    static boolean is(byte[] given) {
        return given.length > SIGNATURE.length && Arrays.equals(SIGNATURE, Arrays.copyOf(given, SIGNATURE.length));
    }

    /** The picture alone. */
    static byte[] clean(byte[] given) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(given.length);
        out.writeBytes(SIGNATURE);
        ByteBuffer in = ByteBuffer.wrap(given).position(SIGNATURE.length);
        boolean data = false;
        String type = "";
        while (!type.equals("IEND")) {
            boolean first = type.isEmpty();
            ByteBuffer chunk = chunk(in);
            type = type(chunk);
            check(type, chunk, first);
            if (CRITICAL.contains(type) || COLOUR.contains(type)) {
                out.write(chunk.array(), chunk.arrayOffset(), chunk.capacity());
            }
            data |= type.equals("IDAT");
        }
        if (!data) {
            throw broken();
        }
        return out.toByteArray();
    }

    /** Length, type, data and check sum of the next chunk. */
    private static ByteBuffer chunk(ByteBuffer in) {
        if (in.remaining() < AROUND) {
            throw broken();
        }
        int length = in.getInt(in.position());
        if (length < 0 || length > in.remaining() - AROUND) {
            throw broken();
        }
        ByteBuffer chunk = in.slice(in.position(), length + AROUND);
        in.position(in.position() + length + AROUND);
        return chunk;
    }

    private static String type(ByteBuffer chunk) {
        byte[] type = new byte[4];
        chunk.get(4, type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    private static void check(String type, ByteBuffer chunk, boolean first) {
        boolean critical = CRITICAL.contains(type);
        boolean unknown = Character.isUpperCase(type.charAt(0)) && !critical;
        if (unknown || first != type.equals("IHDR") || critical && !sound(chunk)) {
            throw broken();
        }
        if (first && chunk.capacity() != AROUND + 13) {
            throw broken();
        }
        if (first) {
            PictureSize.check(chunk.getInt(8), chunk.getInt(12));
        }
    }

    private static boolean sound(ByteBuffer chunk) {
        CRC32 sum = new CRC32();
        sum.update(chunk.slice(4, chunk.capacity() - 8));
        return (int) sum.getValue() == chunk.getInt(chunk.capacity() - 4);
    }

    private static Refusal broken() {
        return Refusal.of("evidence.refused.picture.broken");
    }
}
