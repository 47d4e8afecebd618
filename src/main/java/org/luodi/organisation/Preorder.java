package org.luodi.organisation;

import java.util.Arrays;

/**
 * Positions for a whole forest at once, as intervals that nest: each node gets room for itself, for its subtree, and
 * slack for units to come, so that a later change seldom has to move its neighbours. Plain arrays, for millions of units.
 */
final class Preorder {

    static final long LEAF = 16;
    static final int NONE = -1;

    private final long[] from;
    private final long[] to;
    private final int[] order;

    private Preorder(int size, int[] order) {
        this.order = order;
        from = new long[size];
        to = new long[size];
    }

    /**
     * Lays out a forest.
     *
     * @param superiors index of each node's superior, {@link #NONE} for a root; siblings keep the order of their indexes
     * @throws CycleFound where a node would be its own superior
     */
    static Preorder of(int[] superiors) {
        int size = superiors.length;
        int[] order = topDown(superiors);
        long[] span = new long[size];
        Arrays.fill(span, LEAF);
        for (int i = size - 1; i >= 0; i--) {
            int node = order[i];
            span[node] += Math.max(LEAF, (span[node] - LEAF) / 8);
            if (superiors[node] != NONE) {
                span[superiors[node]] += span[node];
            }
        }
        Preorder result = new Preorder(size, order);
        long[] next = new long[size];
        long root = LEAF;
        for (int node : order) {
            long at = superiors[node] == NONE ? root : next[superiors[node]];
            result.from[node] = at;
            result.to[node] = at + span[node];
            next[node] = at + LEAF;
            if (superiors[node] == NONE) {
                root = result.to[node];
            } else {
                next[superiors[node]] = result.to[node];
            }
        }
        return result;
    }

    long from(int node) {
        return from[node];
    }

    long to(int node) {
        return to[node];
    }

    /** The node at a place of the order of positions, from 0. */
    int node(int place) {
        return order[place];
    }

    /** Nodes in the order of their positions: superiors before their subordinates, siblings in the order of their indexes. */
    private static int[] topDown(int[] superiors) {
        int size = superiors.length;
        int[] firstChild = new int[size];
        int[] sibling = new int[size];
        int node = chain(superiors, firstChild, sibling);
        int[] order = new int[size];
        int filled = 0;
        while (node != NONE) {
            order[filled++] = node;
            if (firstChild[node] != NONE) {
                node = firstChild[node];
                continue;
            }
            while (node != NONE && sibling[node] == NONE) {
                node = superiors[node];
            }
            node = node == NONE ? NONE : sibling[node];
        }
        if (filled < size) {
            throw new CycleFound(firstOutside(order, filled, size));
        }
        return order;
    }

    /** Chains each node to its next sibling; returns the first root. */
    private static int chain(int[] superiors, int[] firstChild, int[] sibling) {
        Arrays.fill(firstChild, NONE);
        Arrays.fill(sibling, NONE);
        int roots = NONE;
        for (int node = superiors.length - 1; node >= 0; node--) {
            int superior = superiors[node];
            if (superior == NONE) {
                sibling[node] = roots;
                roots = node;
            } else {
                sibling[node] = firstChild[superior];
                firstChild[superior] = node;
            }
        }
        return roots;
    }

    private static int firstOutside(int[] order, int filled, int size) {
        boolean[] reached = new boolean[size];
        for (int i = 0; i < filled; i++) {
            reached[order[i]] = true;
        }
        int node = 0;
        while (reached[node]) {
            node++;
        }
        return node;
    }

    /** A node cannot be reached from any root. */
    static final class CycleFound extends RuntimeException {

        final int node;

        CycleFound(int node) {
            super("cycle at " + node, null, false, false);
            this.node = node;
        }
    }
}
