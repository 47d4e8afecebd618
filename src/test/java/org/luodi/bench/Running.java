package org.luodi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The built program at work on the data of the first start, as a process of its own. */
final class Running implements AutoCloseable {

    static final int PORT = 18377;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process program;

    private Running(Process program) {
        this.program = program;
    }

    /** Builds it where that is needed; asking for help needs no data. */
    static void build(Path home) throws Exception {
        dev(home, List.of(), "--help").waitFor();
    }

    /** Starts it, and waits until it serves pages; words before the command, such as {@code nice}. */
    static Running start(Path home, String... before) throws Exception {
        var running = new Running(dev(
                home,
                List.of(before),
                "--port",
                Integer.toString(PORT),
                "--data",
                home.resolve("start").toString()));
        while (!running.isUp()) {
            if (!running.program.isAlive()) {
                throw new IllegalStateException(Files.readString(home.resolve("start.log")));
            }
            Thread.sleep(100);
        }
        return running;
    }

    private static Process dev(Path home, List<String> before, String... words) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of("bin", "dev").toAbsolutePath().toString());
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("start.log").toFile())
                .start();
    }

    private boolean isUp() throws InterruptedException {
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
    long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(program.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws InterruptedException {
        program.destroy();
        program.waitFor();
    }
}
