package org.luodi.bench;

import java.nio.file.Path;
import java.time.Duration;

/** The first and a later start of the built program, up to the moment it serves pages, and its memory at rest. */
final class StartPart {

    private static final Duration REST = Duration.ofSeconds(20);

    private final Path home;
    private final Table table;

    StartPart(Path home, Table table) {
        this.home = home;
        this.table = table;
    }

    void run() throws Exception {
        // Built before the watch starts.
        Running.build(home);
        double first = start(false);
        double later = start(true);
        table.row(
                "first start of the built program, tree and demonstration included",
                "≤ 60 s",
                Table.text("%.0f s", first),
                first <= 60);
        table.row("later start", "≤ 8 s", Table.text("%.1f s", later), later <= 8);
    }

    private double start(boolean weigh) throws Exception {
        long began = System.nanoTime();
        try (Running program = Running.start(home)) {
            double seconds = TreePart.seconds(began);
            if (weigh) {
                weigh(program);
            }
            return seconds;
        }
    }

    private void weigh(Running program) throws Exception {
        Thread.sleep(REST.toMillis());
        long resident = program.resident();
        table.row(
                "the server at rest after a later start, without PostgreSQL",
                "≤ 600 MiB",
                "%d MiB".formatted(resident),
                resident <= 600);
    }
}
