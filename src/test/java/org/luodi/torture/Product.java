package org.luodi.torture;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The product as a process of its own on a data directory, to be killed and started again. */
final class Product implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path data;
    private final Path log;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;

    /** On these data, with what it says beside the other results. */
    Product(Path data, Path home) throws IOException {
        this.data = data;
        this.log = home.resolve("product.log");
        try (var any = new ServerSocket(0)) {
            this.port = any.getLocalPort();
        }
    }

    /** Starts it, with more in its environment, and waits until pages can be served; seconds. */
    double start(Map<String, String> environment) throws Exception {
        long began = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dluodi.tree=false",
                "-Dluodi.limits=false",
                "-cp",
                classes()));
        command.addAll(
                List.of("org.luodi.Luodi", "--empty", "--port", String.valueOf(port), "--data", data.toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("LUODI_"));
        builder.environment().putAll(environment);
        process = builder.start();
        awaitUp();
        return (System.nanoTime() - began) / 1e9;
    }

    /** What the product has on its class path, without the tests. */
    private static String classes() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    String home() {
        return "http://127.0.0.1:" + port;
    }

    Path data() {
        return data;
    }

    /** Waits until it says that pages can be served. */
    void awaitUp() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isUp()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the product ended with " + process.exitValue() + "; see " + log);
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the product does not come up; see " + log);
            }
            Thread.sleep(50);
        }
    }

    private boolean isUp() throws InterruptedException {
        try {
            var health = HttpRequest.newBuilder(URI.create(home() + "/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException down) {
            return false;
        }
    }

    /** What the kernel does when memory runs out. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What a service manager does. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the product does not end when it is asked to");
        }
    }

    /** Ends the database's first process as a power cut would. */
    void killDatabase() throws IOException {
        String pid =
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(0);
        ProcessHandle.of(Long.parseLong(pid.strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }
}
