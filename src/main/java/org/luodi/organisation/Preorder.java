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

    private Preorder(int size) {
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
        Preorder result = new Preorder(size);
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

    /** Nodes in an order in which superiors come before their subordinates, siblings in the order of their indexes. */
    private static int[] topDown(int[] superiors) {
        int size = superiors.length;
        int[] firstChild = new int[size];
        int[] sibling = new int[size];
        int root = chain(superiors, firstChild, sibling);
        int[] order = new int[size];
        int filled = 0;
        for (; root != NONE; root = sibling[root]) {
            order[filled++] = root;
        }
        for (int read = 0; read < filled; read++) {
            for (int child = firstChild[order[read]]; child != NONE; child = sibling[child]) {
                order[filled++] = child;
            }
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
