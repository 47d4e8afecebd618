package org.luodi.platform.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks proofs as a reader does who trusts nobody (RFC 9162, 2.1.3.2 and 2.1.4.2). */
final class MerkleProof {

    private long first;
    private long last;
    private byte[] left;
    private byte[] right;

    private MerkleProof(long first, long last, byte[] begin) {
        this.first = first;
        this.last = last;
        this.left = begin;
        this.right = begin;
    }

    /** Which entry, from 0, of a tree of which size and root. */
    record Seat(long index, long size, byte[] root) {}

    /** A tree by its size and root. */
    record Tree(long size, byte[] root) {}

    static boolean includes(byte[] leaf, Seat seat, List<byte[]> path) {
        if (seat.index() < 0 || seat.index() >= seat.size()) {
            return false;
        }
        MerkleProof proof = new MerkleProof(seat.index(), seat.size() - 1, leaf);
        return proof.climb(path) && Arrays.equals(proof.right, seat.root());
    }

    /** Whether the first tree is the beginning of the second. */
    static boolean grows(Tree old, Tree now, List<byte[]> path) {
        if (old.size() == now.size()) {
            return path.isEmpty() && Arrays.equals(old.root(), now.root());
        }
        List<byte[]> steps = new ArrayList<>(path);
        if (Long.bitCount(old.size()) == 1) {
            steps.add(0, old.root());
        }
        if (old.size() < 1 || old.size() > now.size() || steps.isEmpty()) {
            return false;
        }
        MerkleProof proof = new MerkleProof(old.size() - 1, now.size() - 1, steps.get(0));
        while ((proof.first & 1) == 1) {
            proof.up();
        }
        return proof.climb(steps.subList(1, steps.size()))
                && Arrays.equals(proof.left, old.root())
                && Arrays.equals(proof.right, now.root());
    }

    private boolean climb(List<byte[]> path) {
        for (byte[] step : path) {
            if (last == 0) {
                return false;
            }
            take(step);
            up();
        }
        return last == 0;
    }

    private void take(byte[] step) {
        if ((first & 1) == 0 && first != last) {
            right = TreeHash.node(right, step);
            return;
        }
        left = TreeHash.node(step, left);
        right = TreeHash.node(step, right);
        while (first != 0 && (first & 1) == 0) {
            up();
        }
    }

    private void up() {
        first >>= 1;
        last >>= 1;
    }
}
