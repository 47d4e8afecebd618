package org.luodi.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Whether intervals nest exactly as the superiors say, on both lines. */
final class Nesting {

    private Nesting() {}

    static void assertExact(TestTree tree) {
        for (Line line : Line.values()) {
            assertNested(tree.bean(PositionStore.class).nodes(new Interval(0, Long.MAX_VALUE), line));
        }
        assertThat(tree.jdbc
                        .sql(
                                "select count(*) from copied c join organisation.unit u on u.id = c.unit"
                                        + " where (c.position, c.industry_position) is distinct from (u.position, u.industry_position)")
                        .query(Long.class)
                        .single())
                .as("copies that did not follow")
                .isZero();
    }

    /** One pass in the order of positions: whatever interval is still open around a unit must be its superior's. */
    private static void assertNested(List<PositionStore.Node> nodes) {
        Deque<PositionStore.Node> around = new ArrayDeque<>();
        long last = -1;
        for (PositionStore.Node node : nodes) {
            while (!around.isEmpty() && around.peek().to() <= node.from()) {
                around.pop();
            }
            assertThat(node.from()).as("position of unit %d", node.unit()).isGreaterThan(last);
            assertThat(around.isEmpty() ? 0 : around.peek().unit())
                    .as("superior around unit %d", node.unit())
                    .isEqualTo(node.superior());
            assertThat(around.isEmpty() || node.to() <= around.peek().to())
                    .as("unit %d ends within its superior", node.unit())
                    .isTrue();
            around.push(node);
            last = node.from();
        }
    }
}
