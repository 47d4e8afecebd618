package org.luodi.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.luodi.evaluations.InvitationBench;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.overview.FoldBench;
import org.luodi.overview.Overview;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.Databases;
import org.luodi.platform.server.EmbeddedPostgres;
import org.luodi.platform.server.Migrations;
import org.luodi.platform.server.Progress;
import org.luodi.world.Applications;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs one part of the measurement on a server of its own; {@code bin/bench} calls it part by part. */
public final class Bench {

    private static final Path HOME = Path.of("target", "bench").toAbsolutePath();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Path FILES = HOME.resolve("files");
    private static final Path WORLD = HOME.resolve("world");
    private static final int SHEET = 100_000;
    private static final String PASSWORD = "measured, not asserted";

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Table table = new Table(HOME.resolve("rows.md"));
        switch (arguments[0]) {
            case "classpath" -> System.out.println(System.getProperty("java.class.path"));
            case "start" -> new StartPart(HOME, table).run();
            case "tree" -> tree(table);
            case "sheets" -> sheets(table);
            case "intake" -> intake(table);
            case "overload" -> overload(table);
            case "world" -> world(table, Double.parseDouble(arguments[1]));
            case "moves" -> moves(table);
            case "sealing" -> sealing(table);
            case "serve" -> serve(table, arguments.length == 1);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.exit(0);
    }

    private static void tree(Table table) throws Exception {
        try (var server = EmbeddedPostgres.start(HOME.resolve("tree"), Map.of(), Progress.silent());
                var database = Databases.pool(server.login("luodi"), ZONE, 4)) {
            Migrations.apply(database);
            new TreePart(database, table).run();
        }
    }

    private static void sheets(Table table) throws Exception {
        try (var server = EmbeddedPostgres.start(HOME.resolve("start"), Map.of(), Progress.silent());
                var application = Applications.on(server.login("luodi"), FILES, "--luodi.first-run=false")) {
            SheetBench.Figures seen = SheetBench.measure(application, SHEET, HOME);
            double in = seen.preview() + seen.apply();
            table.row(
                    "ledger sheet of %,d rows: import, preview included".formatted(seen.rows()),
                    "≤ 60 s",
                    Table.text("%.0f s (%.0f read and checked, %.0f applied)", in, seen.preview(), seen.apply()),
                    in <= 60);
            table.row("… export", "≤ 20 s", Table.text("%.1f s", seen.export()), seen.export() <= 20);
            long heap = Runtime.getRuntime().maxMemory() >> 20;
            table.row("… in a heap of", "≤ 512 MiB", "%d MiB".formatted(heap), heap <= 512);
            table.note("… reading the export again, without a difference", Table.text("%.0f s", seen.again()));
        }
    }

    private static void intake(Table table) throws Exception {
        try (var server = EmbeddedPostgres.start(HOME.resolve("start"), Map.of(), Progress.silent());
                var application = Applications.on(server.login("luodi"), FILES, "--luodi.first-run=false")) {
            new IntakePart(application, table).run(new Pgbench(server, server.login("luodi")));
        }
    }

    /** The server yields the processor to those who ask: in life they have machines of their own. */
    private static void overload(Table table) throws Exception {
        List<Integer> units =
                IntStream.range(0, 300).map(i -> 1 + i * 2200).boxed().toList();
        try (Running server = Running.start(HOME, "nice", "-n", "15")) {
            new OverloadPart(new Visitor(Running.PORT, "nation", "luodi-demo"), units, table).run();
        }
    }

    private static int port(ConfigurableApplicationContext application) {
        return Integer.parseInt(application.getEnvironment().getProperty("local.server.port"));
    }

    private static void world(Table table, double scale) throws Exception {
        try (var server = EmbeddedPostgres.start(WORLD, Map.of(), Progress.silent());
                var database = Databases.pool(server.login("luodi"), ZONE, 4)) {
            Migrations.apply(database);
            BigWorld world = new BigWorld(database, LocalDate.now(ZONE), (int) (5_000_000 * scale));
            long began = System.nanoTime();
            int units = world.loadUnits();
            table.note("loading %,d units".formatted(units), Table.text("%.0f s", TreePart.seconds(began)));
            began = System.nanoTime();
            world.loadMatters();
            table.note("loading the matters and their entries", Table.text("%.0f s", TreePart.seconds(began)));
        }
    }

    /** What is written by hand and by the thousand, on a world whose tallies need not be there. */
    private static void moves(Table table) throws Exception {
        try (var server = EmbeddedPostgres.start(WORLD, Map.of(), Progress.silent());
                var application = Applications.on(server.login("luodi"), FILES, "--luodi.first-run=false")) {
            new FoldBench(application).pause();
            Actor actor = clerk(application);
            awaitReaders(application.getBean(JdbcTemplate.class));
            SealPart.catchUp(application, table);
            new ReadPart(application, actor, new Samples(application.getBean(JdbcTemplate.class)), table).awaitIndex();
            MovePart moves = new MovePart(application, actor, table);
            moves.alone(server, server.login("luodi"));
            new SealPart(application, moves, table).run();
            byTheThousand(table, application, actor);
        }
    }

    /** What sealing costs, on a small world made for it. */
    private static void sealing(Table table) throws Exception {
        try (var server = EmbeddedPostgres.start(HOME.resolve("sealing"), Map.of(), Progress.silent());
                var application = Applications.on(server.login("luodi"), FILES)) {
            Actor actor = clerk(application);
            SealPart.raise(application, actor);
            SealPart.catchUp(application, table);
            awaitReaders(application.getBean(JdbcTemplate.class));
            new SealPart(application, new MovePart(application, actor, table), table).run();
        }
    }

    /** Whoever follows the ledger has read it. */
    private static void awaitReaders(JdbcTemplate jdbc) throws InterruptedException {
        String behind = """
                select exists (select from (select id from days.progress union all select id from evaluations.progress
                                            union all select id from open311.progress) p
                               where id < (select max(id) from platform.entry) - 1000)
                """;
        while (jdbc.queryForObject(behind, Boolean.class)) {
            Thread.sleep(1000);
        }
    }

    private static void byTheThousand(Table table, ConfigurableApplicationContext application, Actor actor)
            throws Exception {
        new ClassPart(application, actor, table).run();
        InvitationBench.Seen seen = new InvitationBench(application).measure();
        table.row(
                "%,d invitations drawn and queued".formatted(seen.invitations()),
                "≤ 30 s",
                Table.text("%.1f s", seen.seconds()),
                seen.seconds() <= 30);
    }

    private static void serve(Table table, boolean moves) throws Exception {
        try (var server = EmbeddedPostgres.start(WORLD, Map.of(), Progress.silent())) {
            try (var application = Applications.on(server.login("luodi"), FILES, "--luodi.first-run=false")) {
                serve(table, application, moves ? server : null);
            }
        }
    }

    private static void serve(Table table, ConfigurableApplicationContext application, EmbeddedPostgres server)
            throws Exception {
        JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
        long matters = jdbc.queryForObject("select count(*) from matters.matter", Long.class);
        if (!jdbc.queryForObject("select exists (select 1 from overview.tally where closed > 0)", Boolean.class)) {
            FoldBench fold = new FoldBench(application);
            fold.pause();
            long began = System.nanoTime();
            application.getBean(Overview.class).rebuild();
            table.note("recounting %,d matters".formatted(matters), Table.text("%.0f s", TreePart.seconds(began)));
            fold.resume();
        }
        SealPart.catchUp(application, table);
        Actor actor = clerk(application);
        ReadPart reads = new ReadPart(application, actor, new Samples(jdbc), table);
        reads.awaitIndex();
        reads.numbers();
        reads.lists();
        reads.still();
        reads.search();
        Visitor visitor = new Visitor(port(application), "bench", PASSWORD);
        reads.pages(visitor);
        reads.desk(
                visitor, jdbc.queryForList("select id from matters.matter where id % 6007 = 1 limit 800", Long.class));
        new DoorPart(jdbc, new Samples(jdbc), table).run(new Visitor(port(application)));
        if (server != null) {
            MovePart moves = new MovePart(application, actor, table);
            moves.run(server, server.login("luodi"));
            new SealPart(application, moves, table).run();
            byTheThousand(table, application, actor);
        }
    }

    private static Actor clerk(ConfigurableApplicationContext application) {
        Accounts accounts = application.getBean(Accounts.class);
        return accounts.byLogin("bench")
                .orElseGet(() -> {
                    Account account = accounts.create("bench", "测量", PASSWORD, Actor.SYSTEM);
                    UnitId root = application
                            .getBean(Units.class)
                            .byCode("0")
                            .orElseThrow()
                            .id();
                    for (Role role : List.of(Role.CLERK, Role.SECRETARY)) {
                        application
                                .getBean(Grants.class)
                                .grantBySystem(new Grants.NewGrant(account.id(), role, root, Line.TERRITORIAL));
                    }
                    return account;
                })
                .actor();
    }
}
