package org.luodi.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** How many units a move of a subtree would give new positions. */
    int touchedByMove(Interval subtree, int superior, Line line) {
        List<PositionStore.Node> nodes = store.nodes(subtree, line);
        Interval room = store.slack(superior, line);
        return room.to() - room.from() > subtree.to() - subtree.from()
                ? nodes.size()
                : spreadOut(superior, line, below(nodes, superior)).size();
    }

    /** How many units would get new positions for the sake of one more below a unit, itself included. */
    int touchedByArrival(int superior, Line line) {
        Interval room = store.slack(superior, line);
        return room.to() - room.from() < 2
                ? spreadOut(superior, line, List.of()).size() + 1
                : 1;
    }

    /** Lays out a whole line anew, as after a large import; units without a place on it yet stand beyond all others. */
    void layOut(Line line) {
        List<PositionStore.Node> nodes = store.nodes(new Interval(0, Long.MAX_VALUE), line);
        write(moved(nodes, layout(nodes, 0), 0), line);
    }

    /** The same nodes with the first one, the head of the subtree, below another unit. */
    private static List<PositionStore.Node> below(List<PositionStore.Node> nodes, int superior) {
        List<PositionStore.Node> more = new ArrayList<>(nodes);
        PositionStore.Node head = more.get(0);
        more.set(0, new PositionStore.Node(head.unit(), superior, head.from(), head.to()));
        return more;
    }

    private void spread(int unit, Line line, List<PositionStore.Node> more) {
        write(spreadOut(unit, line, more), line);
    }

    /** The nearest superior with enough room laid out anew, with more nodes added below {@code unit}: what moves. */
    private List<PositionStore.Node> spreadOut(int unit, Line line, List<PositionStore.Node> more) {
        Set<Integer> added = new HashSet<>();
        more.forEach(n -> added.add(n.unit()));
        PositionStore.Node top = store.node(unit, line);
        while (true) {
            List<PositionStore.Node> nodes = new ArrayList<>(store.nodes(new Interval(top.from(), top.to()), line));
            nodes.removeIf(n -> added.contains(n.unit()));
            nodes.addAll(more);
            Preorder layout = layout(nodes, top.unit());
            long need = layout.to(0) - layout.from(0);
            boolean fits = need <= top.to() - top.from();
            if (fits || top.superior() == 0) {
                long offset = (fits ? top.from() : store.end(line)) - layout.from(0);
                return moved(nodes, layout, offset);
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
                .mapToInt(n -> n.unit() == top || n.superior() == 0 ? Preorder.NONE : index.get(n.superior()))
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
