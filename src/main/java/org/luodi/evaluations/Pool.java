package org.luodi.evaluations;

import java.util.AbstractList;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The leaves of a pool as text, read a portion at a time: there may be as many as a province has people. A pool is written once, so that
 * no portion changes.
 */
final class Pool extends AbstractList<String> {

    static final int BYTES = 32;
    private static final int PORTION = 2000;

    private final int size;
    private final Reading reading;
    private int first;
    private byte[] portion;

    Pool(int size, Reading reading) {
        this.size = size;
        this.reading = reading;
    }

    /** Reads so many from one on. */
    interface Reading {
        byte[] read(int from, int count);
    }

    @Override
    public String get(int index) {
        Objects.checkIndex(index, size);
        if (portion == null || index < first || index >= first + PORTION) {
            first = index - index % PORTION;
            portion = reading.read(first, Math.min(PORTION, size - first));
        }
        int at = (index - first) * BYTES;
        return HexFormat.of().formatHex(portion, at, at + BYTES);
    }

    @Override
    public int size() {
        return size;
    }
}
