package org.luodi.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Keeps both forests' intervals nested while units come and move: into the slack of the new superior where there is
 * room, else by laying out the nearest superior that has enough anew. Copies on other modules' rows follow in the same
 * transaction.
 */
@Component
class Forest {

    private static final int CHUNK = 20_000;

    private final PositionStore store;
    private final List<PositionCopies> copies;

    Forest(PositionStore store, List<PositionCopies> copies) {
        this.store = store;
        this.copies = copies;
    }

    /** Room for a new unit directly below another, as its last; lays out anew where there is none. */
    Interval roomFor(int superior, Line line) {
        Interval room = store.slack(superior, line);
        if (room.to() - room.from() < 2) {
            spread(superior, line, List.of());
            room = store.slack(superior, line);
        }
        long span = Math.max(1, Math.min(2 * Preorder.LEAF, (room.to() - room.from()) / 2));
        return new Interval(room.from(), room.from() + span);
    }

    /** Room for a new root, after all others. */
    Interval roomForRoot(Line line) {
        long end = store.end(line);
        return new Interval(end, end + 2 * Preorder.LEAF);
    }

    /** Moves a subtree below another unit, or to the roots where the superior is null; superiors are set already. */
    void move(Interval subtree, Integer superior, Line line) {
        long span = subtree.to() - subtree.from();
        if (superior == null) {
            shift(subtree, store.end(line) - subtree.from(), line);
            return;
        }
        Interval room = store.slack(superior, line);
        if (room.to() - room.from() > span) {
            shift(subtree, room.from() - subtree.from(), line);
        } else {
            spread(superior, line, store.nodes(subtree, line));
        }
    }

    private void shift(Interval subtree, long delta, Line line) {
        List<PositionStore.Node> nodes = store.nodes(subtree, line);
        write(
                nodes.stream()
                        .map(n -> new PositionStore.Node(n.unit(), n.superior(), n.from() + delta, n.to() + delta))
                        .toList(),
                line);
    }

    /** Lays out the nearest superior with enough room anew, with more nodes added below {@code unit}. */
    private void spread(int unit, Line line, List<PositionStore.Node> more) {
        PositionStore.Node top = store.node(unit, line);
        while (true) {
            List<PositionStore.Node> nodes = new ArrayList<>(store.nodes(new Interval(top.from(), top.to()), line));
            nodes.removeAll(new HashSet<>(more));
            nodes.addAll(more);
            Preorder layout = layout(nodes, top.unit());
            long need = layout.to(0) - layout.from(0);
            boolean fits = need <= top.to() - top.from();
            if (fits || top.superior() == 0) {
                long offset = (fits ? top.from() : store.end(line)) - layout.from(0);
                write(moved(nodes, layout, offset), line);
                return;
            }
            top = store.node(top.superior(), line);
        }
    }

    private static Preorder layout(List<PositionStore.Node> nodes, int top) {
        Map<Integer, Integer> index = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            index.put(nodes.get(i).unit(), i);
        }
        int[] superiors = nodes.stream()
                .mapToInt(n -> n.unit() == top ? Preorder.NONE : index.get(n.superior()))
                .toArray();
        return Preorder.of(superiors);
    }

    private static List<PositionStore.Node> moved(List<PositionStore.Node> nodes, Preorder layout, long offset) {
        List<PositionStore.Node> moved = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            PositionStore.Node node = nodes.get(i);
            long from = layout.from(i) + offset;
            long to = layout.to(i) + offset;
            if (from != node.from() || to != node.to()) {
                moved.add(new PositionStore.Node(node.unit(), node.superior(), from, to));
            }
        }
        return moved;
    }

    private void write(List<PositionStore.Node> nodes, Line line) {
        for (int start = 0; start < nodes.size(); start += CHUNK) {
            List<PositionStore.Node> chunk = nodes.subList(start, Math.min(nodes.size(), start + CHUNK));
            store.write(chunk, line);
            int[] units = chunk.stream().mapToInt(PositionStore.Node::unit).toArray();
            Long[] positions = chunk.stream().map(PositionStore.Node::from).toArray(Long[]::new);
            copies.forEach(c -> c.reposition(line, units, positions));
        }
    }

    /** Takes a unit off the industry line. */
    void leave(int unit) {
        store.leave(unit);
        copies.forEach(c -> c.reposition(Line.INDUSTRY, new int[] {unit}, new Long[] {null}));
    }

    /** Tells the copies where a unit came to stand that had no place on the line before. */
    void arrived(int unit, Line line, long position) {
        copies.forEach(c -> c.reposition(line, new int[] {unit}, new Long[] {position}));
    }
}
