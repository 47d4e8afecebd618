package org.luodi.platform.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Roots and proofs (RFC 9162, 2.1) of any size up to the one that is stored, each from a few tiles: a tile holds 256 hashes, those of
 * level 0 are of entries, those above are of whole tiles below.
 */
final class MerkleTree {

    /** Where tiles come from; one that is not there is empty. */
    interface Tiles {
        byte[] hashes(Key tile);
    }

    /** Which tile. */
    record Key(int level, long number) {}

    static final int BITS = 8;
    static final int WIDTH = 1 << BITS;

    private final Tiles tiles;
    private final Map<Key, byte[]> read = new HashMap<>();

    MerkleTree(Tiles tiles) {
        this.tiles = tiles;
    }

    byte[] root(long size) {
        return size == 0 ? TreeHash.EMPTY : range(0, size);
    }

    /** The hash of one entry. */
    byte[] leaf(long index) {
        return complete(index, 0);
    }

    /** What proves that the entry of this index, from 0, is in the tree of this size. */
    List<byte[]> inclusion(long index, long size) {
        return path(index, 0, size);
    }

    private List<byte[]> path(long index, long from, long until) {
        if (until - from == 1) {
            return new ArrayList<>();
        }
        long middle = from + TreeHash.left(until - from);
        boolean left = index < middle;
        List<byte[]> path = left ? path(index, from, middle) : path(index, middle, until);
        path.add(left ? range(middle, until) : range(from, middle));
        return path;
    }

    /** What proves that the tree of the old size is the beginning of the tree of this size. */
    List<byte[]> consistency(long old, long size) {
        return old == 0 ? List.of() : growth(old, 0, size, true);
    }

    private List<byte[]> growth(long old, long from, long until, boolean known) {
        if (old == until) {
            return known ? new ArrayList<>() : new ArrayList<>(List.of(range(from, until)));
        }
        long middle = from + TreeHash.left(until - from);
        boolean left = old <= middle;
        List<byte[]> path = left ? growth(old, from, middle, known) : growth(old, middle, until, false);
        path.add(left ? range(middle, until) : range(from, middle));
        return path;
    }

    private byte[] range(long from, long until) {
        long count = until - from;
        if (Long.bitCount(count) == 1) {
            return complete(from, Long.numberOfTrailingZeros(count));
        }
        long middle = from + TreeHash.left(count);
        return TreeHash.node(range(from, middle), range(middle, until));
    }

    /** The root of the {@code 2^height} entries from here on. */
    private byte[] complete(long from, int height) {
        int level = height / BITS;
        long first = from >>> (BITS * level);
        byte[] hashes = read.computeIfAbsent(new Key(level, first >>> BITS), tiles::hashes);
        int count = 1 << (height % BITS);
        int at = (int) (first & (WIDTH - 1));
        if (hashes.length < (at + count) * TreeHash.BYTES) {
            throw new IllegalStateException("not sealed: " + count + " hashes of level " + level + " from " + first);
        }
        return TreeHash.fold(hashes, at, count);
    }
}
