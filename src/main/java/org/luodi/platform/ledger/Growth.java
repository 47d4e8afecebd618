package org.luodi.platform.ledger;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** A tree that grows by some entries: which tiles change by that, and the root that comes of it. */
final class Growth {

    private final MerkleTree.Tiles stored;
    private final Map<MerkleTree.Key, ByteArrayOutputStream> changed = new LinkedHashMap<>();
    private long size;

    Growth(MerkleTree.Tiles stored, long size) {
        this.stored = stored;
        this.size = size;
    }

    void add(byte[] leaf) {
        append(0, size++, leaf);
    }

    long size() {
        return size;
    }

    byte[] root() {
        return new MerkleTree(key -> {
                    ByteArrayOutputStream grown = changed.get(key);
                    return grown == null ? stored.hashes(key) : grown.toByteArray();
                })
                .root(size);
    }

    /** The tiles as they are now. */
    Map<MerkleTree.Key, byte[]> tiles() {
        Map<MerkleTree.Key, byte[]> tiles = new LinkedHashMap<>();
        changed.forEach((key, hashes) -> tiles.put(key, hashes.toByteArray()));
        return tiles;
    }

    private void append(int level, long position, byte[] hash) {
        int inside = (int) (position & (MerkleTree.WIDTH - 1));
        var key = new MerkleTree.Key(level, position >>> MerkleTree.BITS);
        ByteArrayOutputStream tile = changed.computeIfAbsent(key, k -> begun(k, inside));
        tile.writeBytes(hash);
        if (inside == MerkleTree.WIDTH - 1) {
            append(level + 1, key.number(), TreeHash.fold(tile.toByteArray(), 0, MerkleTree.WIDTH));
        }
    }

    private ByteArrayOutputStream begun(MerkleTree.Key key, int filled) {
        ByteArrayOutputStream tile = new ByteArrayOutputStream(MerkleTree.WIDTH * TreeHash.BYTES);
        if (filled > 0) {
            byte[] there = stored.hashes(key);
            if (there.length != filled * TreeHash.BYTES) {
                throw new IllegalStateException(
                        key + " holds " + there.length / TreeHash.BYTES + " hashes instead of " + filled);
            }
            tile.writeBytes(there);
        }
        return tile;
    }
}
