package org.luodi.platform.ledger;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;

/** Heads by size, a portion in memory at a time, together with some that readers kept. */
final class HeadsInOrder implements Iterator<TreeHead> {

    static final int PORTION = 1000;

    private final LongFunction<List<TreeHead>> above;
    private final Deque<TreeHead> kept;
    private final Deque<TreeHead> portion = new ArrayDeque<>();
    private long read;
    private boolean all;

    /** Reads heads above a size, the smallest first, a portion at most. */
    HeadsInOrder(LongFunction<List<TreeHead>> above, List<TreeHead> kept) {
        this.above = above;
        this.kept = new ArrayDeque<>(
                kept.stream().sorted(Comparator.comparingLong(TreeHead::size)).toList());
    }

    @Override
    public boolean hasNext() {
        fill();
        return !portion.isEmpty() || !kept.isEmpty();
    }

    @Override
    public TreeHead next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        boolean own = kept.isEmpty()
                || !portion.isEmpty() && portion.peek().size() < kept.peek().size();
        return own ? portion.poll() : kept.poll();
    }

    private void fill() {
        if (portion.isEmpty() && !all) {
            portion.addAll(above.apply(read));
            all = portion.size() < PORTION;
            read = portion.isEmpty() ? read : portion.peekLast().size();
        }
    }
}
