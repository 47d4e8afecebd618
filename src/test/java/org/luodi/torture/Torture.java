package org.luodi.torture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.luodi.Luodi;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.Crash;
import org.luodi.platform.server.Login;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Strikes a working server round after round and proves after each that nothing was lost; {@code bin/torture} calls it. */
public final class Torture {

    private static final Path HOME = Path.of("target", "torture").toAbsolutePath();
    private static final Path DATA = HOME.resolve("disk").resolve("data");
    private static final Duration RESUMED = Duration.ofSeconds(60);

    private final Told told = new Told();
    private final Map<Fault, Integer> rounds = new EnumMap<>(Fault.class);
    private final List<String> failures = new ArrayList<>();

    private Torture() {}

    /** The number of rounds, and the seed: the same seed strikes in the same order. */
    public static void main(String[] arguments) throws Exception {
        Torture torture = new Torture();
        switch (arguments[0]) {
            case "classpath" -> System.out.println(System.getProperty("java.class.path"));
            case "fuzz" -> torture.fuzz(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
            case "faults" -> torture.run(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.exit(torture.failures.isEmpty() ? 0 : 1);
    }

    private void run(int rounds, long seed) throws Exception {
        Files.createDirectories(DATA);
        TortureWorld.People people = TortureWorld.make(DATA);
        long began = System.nanoTime();
        try (Product product = new Product(DATA, HOME)) {
            product.start(Map.of());
            try (var beside = beside()) {
                var victim = new Fault.Victim(product, Crash.beside(DATA));
                Proof proof = new Proof(beside, told);
                List<Fault> order = order(victim, rounds, new Random(seed));
                for (int round = 0; round < rounds; round++) {
                    round(round, order.get(round), new Round(people, victim, proof), seed + round);
                }
            }
        }
        report((System.nanoTime() - began) / 1e9, seed);
    }

    private void fuzz(int requests, long seed) throws Exception {
        Files.createDirectories(DATA);
        TortureWorld.People people = TortureWorld.make(DATA);
        long began = System.nanoTime();
        try (Product product = new Product(DATA, HOME)) {
            product.start(Map.of());
            try (var beside = beside()) {
                Accounts accounts = beside.getBean(Accounts.class);
                Actor actor = accounts.byLogin("torture").orElseThrow().actor();
                JdbcTemplate jdbc = beside.getBean(JdbcTemplate.class);
                Fuzz fuzz = new Fuzz(
                        product.home(),
                        () -> accounts.createToken(actor, "fuzz"),
                        () -> jdbc.queryForObject(
                                "select count(*) from platform.entry where actor = ? and not (kind = 'sheet' and verb in ('read', 'applied'))",
                                Long.class,
                                actor.id()),
                        new FuzzValues(seed, people.villages()));
                fuzz.run(requests);
                tell(fuzz, requests, (System.nanoTime() - began) / 1e9);
            }
        }
    }

    private void tell(Fuzz fuzz, int requests, double seconds) throws Exception {
        fuzz.faults().stream().limit(100).forEach(System.out::println);
        String line = "%,d requests to %d routes in %.0f s, answers by status %s: %s."
                .formatted(
                        requests,
                        fuzz.routes(),
                        seconds,
                        fuzz.answers(),
                        fuzz.faults().isEmpty()
                                ? "no fault, nothing slow, nothing told of the inside, nothing written that was refused"
                                : fuzz.faults().size() + " things wrong");
        System.out.println(line);
        Files.writeString(HOME.resolve("fuzz.md"), line + "\n", StandardCharsets.UTF_8);
        failures.addAll(fuzz.faults());
    }

    private record Round(TortureWorld.People people, Fault.Victim victim, Proof proof) {}

    private void round(int number, Fault fault, Round round, long seed) throws Exception {
        long began = System.nanoTime();
        long before = told.acknowledged();
        Random random = new Random(seed);
        Load load = new Load(round.victim().product().home(), round.people(), told);
        load.begin(seed);
        Thread.sleep(500 + random.nextInt(1000));
        fault.strike(round.victim());
        Thread.sleep(300);
        load.end();
        finishSheets(load);
        List<String> faults = round.proof().faults();
        rounds.merge(fault, 1, Integer::sum);
        System.out.printf(
                "%3d  %-40s %,6d acknowledged  %4.1f s  %s%n",
                number + 1,
                fault.words(),
                told.acknowledged() - before,
                (System.nanoTime() - began) / 1e9,
                faults.isEmpty() ? "whole" : "NOT WHOLE");
        for (String each : faults) {
            System.out.println("     " + each);
            failures.add(fault.words() + ": " + each);
        }
    }

    /** Work that a fault cut off goes on. */
    private void finishSheets(Load load) throws Exception {
        long end = System.nanoTime() + RESUMED.toNanos();
        while (!told.sheets.isEmpty()) {
            for (Long id : List.copyOf(told.sheets.keySet())) {
                load.advance(id);
            }
            if (System.nanoTime() > end) {
                failures.add("ledger sheets do not come to their end: " + told.sheets);
                return;
            }
            Thread.sleep(50);
        }
    }

    private static List<Fault> order(Fault.Victim victim, int rounds, Random random) throws Exception {
        List<Fault> possible = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            if (fault.isPossible(victim)) {
                possible.add(fault);
            } else {
                System.out.println("not on this machine: " + fault.words());
            }
        }
        List<Fault> order = new ArrayList<>();
        while (order.size() < rounds) {
            Collections.shuffle(possible, random);
            order.addAll(possible);
        }
        return order;
    }

    /** The application's own parts beside the running product, none of which works by itself. */
    private static ConfigurableApplicationContext beside() throws Exception {
        Login login = Crash.beside(DATA);
        SpringApplication application = new SpringApplication(Luodi.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        return application.run(
                "--luodi.db.url=" + login.url(),
                "--luodi.db.user=" + login.user(),
                "--luodi.db.password=" + login.password(),
                "--luodi.data=" + DATA,
                "--luodi.demo=false");
    }

    private void report(double seconds, long seed) throws Exception {
        List<String> lines = new ArrayList<>(List.of("| what befell the server | rounds |", "|---|---|"));
        Arrays.stream(Fault.values())
                .filter(rounds::containsKey)
                .forEach(fault -> lines.add("| " + fault.words() + " | " + rounds.get(fault) + " |"));
        lines.add("");
        lines.add(
                "%,d rounds in %.0f s (seed %d). Acknowledged: %,d matters raised, %,d moves, %,d reports, %,d rows of %,d ledger sheets."
                        .formatted(
                                rounds.values().stream().mapToInt(n -> n).sum(),
                                seconds,
                                seed,
                                told.matters.size(),
                                told.versions.values().stream()
                                        .mapToInt(v -> v - 1)
                                        .sum(),
                                told.receipts.size(),
                                told.applied.size() * Load.ROWS,
                                told.applied.size()));
        lines.add(
                failures.isEmpty()
                        ? "After each round all of them were there exactly once, each change with its ledger entry, the tallies equalled a recount, and the ledger verified."
                        : failures.size() + " things did not fit.");
        lines.forEach(System.out::println);
        Files.writeString(HOME.resolve("faults.md"), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }
}
