package org.luodi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The first and a later start of the built program, up to the moment it serves pages, and its memory at rest. */
final class StartPart {

    private static final String PORT = "18377";
    private static final Duration REST = Duration.ofSeconds(20);

    private final Path home;
    private final Table table;
    private final HttpClient client = HttpClient.newHttpClient();

    StartPart(Path home, Table table) {
        this.home = home;
        this.table = table;
    }

    void run() throws Exception {
        // Built before the watch starts; asking for help needs no data.
        dev("--help").waitFor();
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
        Process program = dev("--port", PORT, "--data", home.resolve("start").toString());
        try {
            while (!up()) {
                if (!program.isAlive()) {
                    throw new IllegalStateException(Files.readString(home.resolve("start.log")));
                }
                Thread.sleep(100);
            }
            double seconds = TreePart.seconds(began);
            if (weigh) {
                weigh(program.toHandle());
            }
            return seconds;
        } finally {
            program.destroy();
            program.waitFor();
        }
    }

    private void weigh(ProcessHandle program) throws Exception {
        Thread.sleep(REST.toMillis());
        long resident = resident(program);
        table.row(
                "the server at rest after a later start, without PostgreSQL",
                "≤ 600 MiB",
                "%d MiB".formatted(resident),
                resident <= 600);
    }

    private Process dev(String... words) throws IOException {
        String[] command = new String[words.length + 1];
        command[0] = Path.of("bin", "dev").toAbsolutePath().toString();
        System.arraycopy(words, 0, command, 1, words.length);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("start.log").toFile())
                .start();
    }

    private boolean up() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Mebibytes of the program itself: bin/dev becomes it. */
    private static long resident(ProcessHandle program) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(program.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElseThrow();
    }
}
