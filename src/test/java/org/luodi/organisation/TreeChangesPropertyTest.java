package org.luodi.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.platform.Refusal;

class TreeChangesPropertyTest {

    private static final int STEPS = 250;

    @ParameterizedTest
    @ValueSource(longs = {1, 2026, 77})
    void whateverIsChangedBothLinesNestAndCopiesFollow(long seed) {
        Random random = new Random(seed);
        try (TestTree tree = new TestTree()) {
            tree.make(new TreeChange.Add(
                    new TreeChange.NewUnit("line", "教育系统", "organ", "other", tree.id("0"), null, true)));
            int made = 0;
            for (int step = 0; step < STEPS; step++) {
                made += tried(tree, random, step) ? 1 : 0;
                if (step % 25 == 24) {
                    Nesting.assertExact(tree);
                }
            }
            assertThat(made).isGreaterThan(STEPS / 3);
            Nesting.assertExact(tree);
        }
    }

    private static boolean tried(TestTree tree, Random random, int step) {
        try {
            tree.make(change(tree, random, step));
            tree.jdbc
                    .sql(
                            "insert into copied select id, position, industry_position from organisation.unit on conflict do nothing")
                    .update();
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private static TreeChange change(TestTree tree, Random random, int step) {
        Unit one = any(tree, random);
        Unit other = any(tree, random);
        Line line = random.nextInt(3) == 0 ? Line.INDUSTRY : Line.TERRITORIAL;
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> add(one, other, step);
            case 4, 5, 6 ->
                new TreeChange.Move(one.id(), one.version(), line, random.nextInt(9) == 0 ? null : other.id());
            case 7 -> new TreeChange.Merge(one.id(), one.version(), other.id());
            case 8 ->
                new TreeChange.Split(
                        one.id(),
                        one.version(),
                        List.of(new TreeChange.Part("s" + step, "分" + step, some(tree, one, random))));
            default -> new TreeChange.Close(one.id(), one.version(), null);
        };
    }

    private static TreeChange add(Unit above, Unit other, int step) {
        UnitId industry = other.industry() == null ? null : other.id();
        return new TreeChange.Add(
                new TreeChange.NewUnit("n" + step, "新" + step, "", "other", above.id(), industry, false));
    }

    private static List<UnitId> some(TestTree tree, Unit unit, Random random) {
        List<UnitId> chosen = new ArrayList<>();
        for (Unit child : tree.bean(ChangeStore.class).openChildren(unit.id(), Line.TERRITORIAL)) {
            if (random.nextBoolean()) {
                chosen.add(child.id());
            }
        }
        return chosen;
    }

    private static Unit any(TestTree tree, Random random) {
        List<Integer> ids = tree.jdbc
                .sql("select id from organisation.unit where closed_on is null order by id")
                .query(Integer.class)
                .list();
        return tree.bean(Units.class)
                .find(new UnitId(ids.get(random.nextInt(ids.size()))))
                .orElseThrow();
    }
}
