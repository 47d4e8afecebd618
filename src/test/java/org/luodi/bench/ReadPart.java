package org.luodi.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.Matters;
import org.luodi.matters.Relaying;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.overview.Overview;
import org.luodi.platform.identity.Actor;
import org.luodi.search.UnitSearch;
import org.springframework.context.ApplicationContext;

/** Numbers, lists and pages of units of every level. */
final class ReadPart {

    private static final List<Map<String, String>> FILTERS = List.of(
            Map.of("open", "true"),
            Map.of("stage", "acting"),
            Map.of("category", "12"),
            Map.of("source", "3", "sort", "newest"),
            Map.of("due", "overdue"),
            Map.of("due", "week"),
            Map.of("stage", "placed", "category", "3"),
            Map.of("reopened", "true"),
            Map.of("age", "365-"),
            Map.of("stage", "closed", "source", "6"));

    private static final int SEARCHES = 400;
    private static final Duration STILL = Duration.ofDays(405);
    private static final List<String> TYPED = List.of(
            "安吉县",
            "anji",
            "ajx",
            "330523",
            "中心小学",
            "村委会",
            "第3组",
            "浙江 安吉 递铺",
            "zhejiang huzhou",
            "110101001001",
            "hm",
            "行业协会");

    private final ApplicationContext application;
    private final Samples samples;
    private final Table table;
    private final Scope scope;

    ReadPart(ApplicationContext application, Actor actor, Samples samples, Table table) {
        this.application = application;
        this.samples = samples;
        this.table = table;
        this.scope = application.getBean(Grants.class).scopeOf(actor);
    }

    /** Waits until the search has its index, so that nothing else is at work while it is measured. */
    void awaitIndex() throws InterruptedException {
        UnitSearch search = application.getBean(UnitSearch.class);
        long began = System.nanoTime();
        boolean made = search.find("安吉县", scope).percent() != null;
        while (search.find("安吉县", scope).percent() != null) {
            Thread.sleep(500);
        }
        if (made) {
            table.note(
                    "making the index for search, beside nothing else", Table.text("%.0f s", TreePart.seconds(began)));
        }
    }

    void search() throws Exception {
        UnitSearch search = application.getBean(UnitSearch.class);
        double[] times = new double[SEARCHES];
        for (int i = -SEARCHES; i < SEARCHES; i++) {
            String typed = TYPED.get(Math.floorMod(i, TYPED.size()));
            long began = System.nanoTime();
            search.find(typed, scope);
            times[Math.max(0, i)] = (System.nanoTime() - began) / 1e6;
        }
        table.note(
                "search for a unit by name, code or pinyin, in the server",
                Table.text("median %.1f ms, p99 %.1f ms", Table.quantile(times, 0.5), Table.quantile(times, 0.99)));
    }

    void numbers() throws Exception {
        Overview overview = application.getBean(Overview.class);
        var times = samples.times((unit, random) -> overview.numbers(new UnitId(unit), Line.TERRITORIAL, scope));
        bar("numbers of a unit, in the server", 5, times, 3);
    }

    void lists() throws Exception {
        Matters matters = application.getBean(Matters.class);
        var times = samples.times(
                (unit, random) -> matters.list(MatterFilter.read(filter(random), new UnitId(unit)), scope, null, 50));
        bar("list of 50 matters with a filter, in the server", 30, times, 5);
    }

    /** What lies still in the nation, after a walk that marks it; a batch that runs stands for one that has ended. */
    void still() {
        Relaying relaying = application.getBean(Relaying.class);
        List<Integer> batches = List.of(2);
        Instant since = Instant.now().minus(STILL);
        long began = System.nanoTime();
        Optional<Long> reached = relaying.lieStill(0, batches, since);
        while (reached.isPresent()) {
            reached = relaying.lieStill(reached.get(), batches, since);
        }
        table.note("one walk over all matters for what lies still", Table.text("%.0f s", TreePart.seconds(began)));
        double[] times = new double[SEARCHES];
        for (int i = -SEARCHES; i < SEARCHES; i++) {
            long start = System.nanoTime();
            relaying.quiet(batches, since, scope, 50);
            times[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
        }
        page("list of what lies still in the nation, in the server", 30, times);
    }

    /** The same as whole pages over HTTP, with a page that only says who is signed in beside them. */
    void pages(Visitor visitor) throws Exception {
        var trivial = samples.times((unit, random) -> visitor.get("/me"));
        var lists = samples.times((unit, random) -> visitor.get("/matters?" + query(unit, random)));
        var numbers = samples.times((unit, random) -> visitor.get("/overview/" + unit));
        var units = samples.times((unit, random) -> visitor.get("/units/" + unit));
        table.note("page over HTTP that only says who is signed in, median/p99 ms", Samples.words(trivial));
        bar("page of 50 matters with a filter, over HTTP", 30, lists, 5);
        table.note("page of a unit's numbers over HTTP, median/p99 ms", Samples.words(numbers));
        table.note("page of a unit over HTTP, median/p99 ms", Samples.words(units));
    }

    /** The page of a matter anywhere, and "my day" of the national office, as whole pages. */
    void desk(Visitor visitor, List<Long> matters) throws Exception {
        double[] one = new double[matters.size() / 2];
        for (int i = 0; i < matters.size(); i++) {
            long began = System.nanoTime();
            visitor.get("/matters/" + matters.get(i));
            one[i % one.length] = (System.nanoTime() - began) / 1e6;
        }
        page("page of a matter, over HTTP", 25, one);
        double[] day = new double[SEARCHES];
        for (int i = -SEARCHES; i < SEARCHES; i++) {
            long began = System.nanoTime();
            visitor.get("/days");
            day[Math.max(0, i)] = (System.nanoTime() - began) / 1e6;
        }
        page("my day of the national office, over HTTP", 50, day);
    }

    private void page(String what, double bar, double[] times) {
        double p99 = Table.quantile(times, 0.99);
        table.row(
                what,
                Table.text("p99 ≤ %.0f ms", bar),
                Table.text("p99 %.1f ms, median %.1f ms", p99, Table.quantile(times, 0.5)),
                p99 <= bar);
    }

    private void bar(String what, double bar, List<Map<String, double[]>> rounds, double most) {
        Map<String, double[]> times = rounds.get(1);
        double worst = Samples.worst(times, 0.99);
        double ratio = Samples.ratio(times, "nation", "village");
        table.row(
                what,
                Table.text("p99 ≤ %.0f ms; nation ÷ village ≤ %.0f", bar, most),
                Table.text("p99 %.1f ms; %.1f (median/p99: %s)", worst, ratio, Samples.words(rounds)),
                worst <= bar && ratio <= most);
    }

    private static Map<String, String> filter(Random random) {
        return FILTERS.get(random.nextInt(FILTERS.size()));
    }

    private static String query(int unit, Random random) {
        StringBuilder query = new StringBuilder("unit=" + unit);
        filter(random)
                .forEach((name, value) ->
                        query.append('&').append(name).append('=').append(value));
        return query.toString();
    }
}
