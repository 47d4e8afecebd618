package org.luodi.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.Matters;
import org.luodi.organisation.Line;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;

/** Running tallies and a recount from the tables agree, whatever happened at the same time. */
@WholeApplication
class TalliesTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Overview overview;

    @Autowired
    Drives drives;

    @Autowired
    Matters matters;

    @Test
    void runningTalliesEqualARecountAfterConcurrentMovesImportsAndChangesOfTheTree() throws Exception {
        // A rule said no, or the tree changed under the list; the point is what stands afterwards.
        RandomLife life = new RandomLife(
                application,
                e -> e instanceof Refusal || e instanceof NotFound || e instanceof ConcurrencyFailureException);
        life.run(120);

        assertThat(life.done()).as("changes that were made").isGreaterThan(100);
        assertThat(overview.compare()).as("at any moment, folded or not").isEmpty();
        overview.catchUp();
        assertThat(overview.compare()).as("after folding all").isEmpty();
        numbersEqualTheListsBehindThem(life);
        overview.rebuild();
        assertThat(overview.compare()).as("after a rebuild").isEmpty();
        life.live(new Random(1), 120);
        overview.catchUp();
        assertThat(overview.compare()).as("folding goes on after a rebuild").isEmpty();
    }

    private void numbersEqualTheListsBehindThem(RandomLife life) {
        Numbers numbers = overview.numbers(life.root().id(), Line.TERRITORIAL, life.scope());
        for (Measures measure : Measures.ALL) {
            assertThat(rows(measure, null, life))
                    .as(measure.name())
                    .isEqualTo(measure.value().applyAsLong(numbers.all()));
        }
        List<Drives.Counted> all = drives.all(new Drives.At(life.root().id(), Line.TERRITORIAL), life.scope());
        assertThat(all).hasSize(3);
        for (Drives.Counted counted : all) {
            for (String name : List.of("open", "overdue", "settled", "reopened", "closed", "acting")) {
                Measures measure = Measures.named(name);
                long value = measure.value().applyAsLong(counted.counters());
                assertThat(rows(measure, counted.drive().key(), life))
                        .as(counted.drive().key() + name)
                        .isEqualTo(value);
                assertThat(below(measure, counted.drive().key(), life)).isEqualTo(value);
            }
        }
        assertThat(all).anyMatch(c -> c.counters().overdue() > 0);
    }

    /** The unit's own and those of the units below it make the whole. */
    private long below(Measures measure, int drive, RandomLife life) {
        Drives.At at = new Drives.At(life.root().id(), Line.TERRITORIAL);
        Drives.Rollup rollup = drives.one(at, drive, life.scope());
        return measure.value().applyAsLong(rollup.own())
                + drives.children(at, drive, life.scope(), new Overview.Paging(null, 50)).rows().stream()
                        .mapToLong(c -> measure.value().applyAsLong(c.counters()))
                        .sum();
    }

    private long rows(Measures measure, Integer drive, RandomLife life) {
        Map<String, String> query = new HashMap<>(query(measure.filter()));
        if (drive != null) {
            query.put("drive", drive.toString());
        }
        MatterFilter filter = MatterFilter.read(query, life.root().id());
        long rows = 0;
        String cursor = null;
        do {
            var page = matters.list(filter, life.scope(), cursor, 50);
            rows += page.rows().size();
            cursor = page.next();
        } while (cursor != null);
        return rows;
    }

    private static Map<String, String> query(String filter) {
        String[] pair = filter.split("=");
        return Map.of(pair[0], pair[1]);
    }
}
