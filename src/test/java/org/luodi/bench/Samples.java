package org.luodi.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;

/** Units of each level drawn by chance, and the times a piece of work took on them. */
final class Samples {

    private static final List<String> LEVELS =
            List.of("nation", "province", "city", "county", "town", "village", "other");
    private static final int EACH = 300;
    private static final int WARM = 60;

    private final Map<String, List<Integer>> units = new LinkedHashMap<>();

    Samples(JdbcTemplate jdbc) {
        for (String level : LEVELS) {
            units.put(level, jdbc.queryForList("""
                    select id from organisation.unit where level = ? and id % 7 = 0 or level = ? and ? in ('nation', 'province', 'city')
                    order by md5(id::text) limit ?
                    """, Integer.class, level, level, level, EACH));
        }
    }

    /** Something done for one unit. */
    interface Work {
        void on(int unit, Random random) throws Exception;
    }

    /**
     * Milliseconds for each level, of two rounds over the same units after a warming up that counts nothing: the first may
     * wait for the disk, the second finds in memory what the first has read.
     */
    List<Map<String, double[]>> times(Work work) throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < WARM; i++) {
            for (List<Integer> level : units.values()) {
                work.on(level.get(random.nextInt(level.size())), random);
            }
        }
        return List.of(round(work, new Random(8)), round(work, new Random(8)));
    }

    private Map<String, double[]> round(Work work, Random random) throws Exception {
        Map<String, double[]> times = new LinkedHashMap<>();
        for (var level : units.entrySet()) {
            double[] samples = new double[EACH];
            for (int i = 0; i < EACH; i++) {
                int unit = level.getValue().get(i % level.getValue().size());
                long began = System.nanoTime();
                work.on(unit, random);
                samples[i] = (System.nanoTime() - began) / 1e6;
            }
            times.put(level.getKey(), samples);
        }
        return times;
    }

    /** The level with the worst 99th percentile, in words, and its value. */
    static double worst(Map<String, double[]> times, double share) {
        return times.values().stream()
                .mapToDouble(s -> Table.quantile(s, share))
                .max()
                .orElseThrow();
    }

    static double ratio(Map<String, double[]> times, String above, String below) {
        return Table.quantile(times.get(above), 0.5) / Table.quantile(times.get(below), 0.5);
    }

    static String words(List<Map<String, double[]>> rounds) {
        return Table.text("%s; first round p99 %.1f", words(rounds.get(1)), worst(rounds.get(0), 0.99));
    }

    private static String words(Map<String, double[]> times) {
        StringBuilder words = new StringBuilder();
        times.forEach((level, samples) -> words.append(words.isEmpty() ? "" : ", ")
                .append(Table.text(
                        "%s %.1f/%.1f", level, Table.quantile(samples, 0.5), Table.quantile(samples, 0.99))));
        return words.toString();
    }
}
