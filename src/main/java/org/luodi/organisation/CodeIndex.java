package org.luodi.organisation;

import java.util.Arrays;

/** The codes of rows as they are read, and at which place each stands: one table of numbers, no object for each of millions. */
final class CodeIndex {

    /** No row has the code. */
    static final int NONE = -1;

    private static final int FIRST = 1 << 16;

    private String[] codes = new String[FIRST];
    private int size;

    /** The place of a code and one more, at a slot of its hash or the next that was free; 0 for none. Never more than half full. */
    private int[] slots = new int[FIRST * 2];

    /** Adds a code at the next place; returns at which it stood before, or {@link #NONE}. */
    int add(String code) {
        int slot = slot(code);
        int earlier = slots[slot] - 1;
        if (size == codes.length) {
            grow();
            slot = slot(code);
        }
        codes[size++] = code;
        slots[slot] = size;
        return earlier;
    }

    /** The place of a code, or {@link #NONE}. */
    int find(String code) {
        return slots[slot(code)] - 1;
    }

    String code(int place) {
        return codes[place];
    }

    private int slot(String code) {
        int hash = code.hashCode();
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        while (slots[slot] != 0 && !codes[slots[slot] - 1].equals(code)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        codes = Arrays.copyOf(codes, size * 2);
        slots = new int[codes.length * 2];
        for (int place = 0; place < size; place++) {
            slots[slot(codes[place])] = place + 1;
        }
    }
}
