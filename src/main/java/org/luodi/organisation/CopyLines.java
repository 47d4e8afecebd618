package org.luodi.organisation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines as COPY takes them, written as bytes: millions of them as text would be copied twice on their way. */
final class CopyLines {

    private static final int CHUNK = 1 << 15;
    private static final int LONGEST_NUMBER = 20;
    private static final byte[] NULL = {'\\', 'N'};

    private final OutputStream out;
    private final byte[] number = new byte[LONGEST_NUMBER];
    private byte[] line = new byte[CHUNK];
    private int length;

    CopyLines(OutputStream out) {
        this.out = out;
    }

    /** A text without line ends; a tab in it parts two columns. */
    CopyLines text(String text) {
        boolean plain = text.indexOf('\\') < 0;
        return add((plain ? text : text.replace("\\", "\\\\")).getBytes(StandardCharsets.UTF_8), 0);
    }

    /** A number that is not negative. */
    CopyLines number(long value) {
        int from = LONGEST_NUMBER;
        long left = value;
        do {
            number[--from] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        return add(number, from);
    }

    CopyLines nothing() {
        return add(NULL, 0);
    }

    private CopyLines add(byte[] bytes, int from) {
        int more = bytes.length - from;
        if (length + more >= line.length) {
            line = Arrays.copyOf(line, 2 * (length + more));
        }
        System.arraycopy(bytes, from, line, length, more);
        length += more;
        line[length++] = '\t';
        return this;
    }

    /** Ends a line, and hands on what has gathered if it is enough. */
    void end() throws IOException {
        line[length - 1] = '\n';
        if (length >= CHUNK / 2) {
            flush();
        }
    }

    /** Hands on what has gathered. */
    void flush() throws IOException {
        out.write(line, 0, length);
        length = 0;
    }
}
