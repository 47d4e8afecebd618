package org.luodi.platform.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.luodi.platform.Refusal;

/** Bounds what an XML parser has to hold at once: no tag, attribute or text may run on for megabytes. */
final class TagGuard extends FilterInputStream {

    private static final int LONGEST = 8 << 20;

    private int sinceTag;

    TagGuard(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        for (int i = from; i < from + got; i++) {
            sinceTag = into[i] == '<' ? 0 : sinceTag + 1;
            if (sinceTag > LONGEST) {
                throw Refusal.of("exchange.workbook.bomb");
            }
        }
        return got;
    }
}
