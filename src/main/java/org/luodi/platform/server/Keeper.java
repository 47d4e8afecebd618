package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one server process running. The process is started from a thread of ours that lives as long as the process, because Linux sends
 * the parent's death signal when the <em>thread</em> that started it ends. A server that dies by itself is started again.
 */
final class Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final int RESTARTS = 120;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final List<String> command;
    private final Path output;
    private final Deque<Long> restarts = new ArrayDeque<>();
    private volatile Process process;
    private volatile boolean keeping;

    Keeper(List<String> command, Path output) {
        this.command = command;
        this.output = output;
    }

    /** Starts the process and returns once it exists. */
    void start() {
        var first = new CompletableFuture<Process>();
        var thread = new Thread(() -> keep(first), "postgresql-keeper");
        thread.setDaemon(true);
        thread.start();
        first.join();
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** From now on a process that ends by itself is started again. */
    void keepAlive() {
        keeping = true;
    }

    /** From now on the end of the process is expected. */
    void expectEnd() {
        keeping = false;
    }

    /** Waits for the end; a process that does not end is killed. */
    void awaitEnd(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private void keep(CompletableFuture<Process> first) {
        try {
            do {
                process = launch();
                first.complete(process);
                process.waitFor();
            } while (keeping && mayRestart());
        } catch (IOException | InterruptedException failure) {
            first.completeExceptionally(failure);
            LOG.error("PostgreSQL cannot be kept running", failure);
        }
    }

    private boolean mayRestart() throws InterruptedException {
        var now = System.nanoTime();
        restarts.removeIf(at -> now - at > WITHIN.toNanos());
        restarts.add(now);
        LOG.warn(
                "PostgreSQL ended by itself with code {}; restart {} of {}",
                process.exitValue(),
                restarts.size(),
                RESTARTS);
        // What is left of the old server needs a moment to notice that it is gone.
        TimeUnit.SECONDS.sleep(1);
        return keeping && restarts.size() <= RESTARTS;
    }

    private Process launch() throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .directory(output.getParent().toFile());
        Programs.reduceEnvironment(builder);
        return builder.start();
    }
}
