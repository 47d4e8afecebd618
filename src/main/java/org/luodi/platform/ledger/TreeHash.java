package org.luodi.platform.ledger;

import java.util.Arrays;
import org.luodi.platform.Digest;

/** The hashes of a Merkle tree as RFC 9162, 2.1.1 has them: leaves and nodes cannot be taken for one another. */
final class TreeHash {

    static final int BYTES = 32;

    /** The root of a tree without entries. */
    static final byte[] EMPTY = Digest.of(new byte[0]);

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private TreeHash() {}

    static byte[] leaf(byte[] entry) {
        return Digest.of(LEAF, entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        return Digest.of(NODE, left, right);
    }

    /** The root of {@code count} hashes, a power of two, that stand one after another. */
    static byte[] fold(byte[] hashes, int from, int count) {
        if (count == 1) {
            return Arrays.copyOfRange(hashes, from * BYTES, (from + 1) * BYTES);
        }
        int half = count / 2;
        return node(fold(hashes, from, half), fold(hashes, from + half, half));
    }

    /** How many of {@code size} leaves stand on the left: the largest power of two below it. */
    static long left(long size) {
        return Long.highestOneBit(size - 1);
    }
}
