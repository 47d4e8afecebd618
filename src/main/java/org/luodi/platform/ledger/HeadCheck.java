package org.luodi.platform.ledger;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** Computes the tree anew, entry by entry, and compares its root wherever somebody signed one. */
final class HeadCheck {

    /** A head that does not fit, with the size up to which all was well before it. */
    record Misfit(TreeHead head, long fitsUpTo, boolean signed) {}

    private record Part(byte[] hash, long size) {}

    private final Iterator<TreeHead> heads;
    private final Deque<Part> parts = new ArrayDeque<>();
    private TreeHead next;
    private long size;
    private long fitsUpTo;
    private long compared;
    private Misfit misfit;

    /** Heads by size, the smallest first. */
    HeadCheck(Iterator<TreeHead> heads) {
        this.heads = heads;
        this.next = heads.hasNext() ? heads.next() : null;
    }

    void add(byte[] leaf) {
        Part part = new Part(leaf, 1);
        while (!parts.isEmpty() && parts.peek().size() == part.size()) {
            part = new Part(TreeHash.node(parts.pop().hash(), part.hash()), part.size() * 2);
        }
        parts.push(part);
        size++;
        while (next != null && next.size() == size) {
            compare(next);
            next = heads.hasNext() ? heads.next() : null;
        }
    }

    /** Heads over more entries than there are fit nothing. */
    void end() {
        if (next != null) {
            note(next, next.signatureHolds());
        }
    }

    private void compare(TreeHead head) {
        compared++;
        boolean signed = head.signatureHolds();
        if (signed && Arrays.equals(root(), head.rootBytes())) {
            fitsUpTo = misfit == null ? size : fitsUpTo;
        } else {
            note(head, signed);
        }
    }

    private void note(TreeHead head, boolean signed) {
        if (misfit == null) {
            misfit = new Misfit(head, fitsUpTo, signed);
        }
    }

    byte[] root() {
        byte[] root = null;
        for (Part part : parts) {
            root = root == null ? part.hash() : TreeHash.node(part.hash(), root);
        }
        return root == null ? TreeHash.EMPTY : root;
    }

    long size() {
        return size;
    }

    long compared() {
        return compared;
    }

    Optional<Misfit> misfit() {
        return Optional.ofNullable(misfit);
    }
}
