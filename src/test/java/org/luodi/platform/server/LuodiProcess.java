package org.luodi.platform.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The product as a process of its own, as a person starts it. */
final class LuodiProcess implements AutoCloseable {

    private static final String READY = "Luodi is ready";

    private final Process process;
    private final BufferedReader output;
    private final StringBuilder said = new StringBuilder();

    private LuodiProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static LuodiProcess start(Path data, String... arguments) throws IOException {
        return start(List.of(), data, arguments);
    }

    /** Runs a command of an administrator. */
    static LuodiProcess command(Path data, String... words) throws IOException {
        var arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--empty", "--data", data.toString()));
        return start(List.of(), arguments);
    }

    /** Starts it with words before the command, such as those that take away the rights of root. */
    static LuodiProcess start(List<String> before, Path data, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of("--empty", "--data", data.toString()));
        all.addAll(List.of(arguments));
        return start(before, all);
    }

    /** Starts it with the demonstration, with other files in place of what is on its class path. */
    static LuodiProcess demonstration(Path instead, Path data) throws IOException {
        var command = List.of(java(), "-Xmx512m", "-cp", instead + File.pathSeparator + classes(), "org.luodi.Luodi");
        return launch(command, List.of("--port", "0", "--data", data.toString()));
    }

    private static LuodiProcess start(List<String> before, List<String> arguments) throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                java(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dluodi.first-run=false",
                "-cp",
                classes(),
                "org.luodi.Luodi"));
        return launch(command, arguments);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static LuodiProcess launch(List<String> program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(program);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LUODI_"));
        return new LuodiProcess(builder.start());
    }

    /** What the product has on its class path, without the tests. */
    private static String classes() {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Reads what it says until it is ready. */
    LuodiProcess awaitReady() throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains(READY)) {
                return this;
            }
        }
        throw new IllegalStateException("ended before it was ready:\n" + said);
    }

    /** Reads all it says until it ends; returns its exit code. */
    int awaitEnd() throws IOException, InterruptedException {
        output.lines().forEach(line -> said.append(line).append('\n'));
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("does not end:\n" + said);
        }
        return process.exitValue();
    }

    String said() {
        return said.toString();
    }

    long pid() {
        return process.pid();
    }

    /** What Ctrl-C and a service manager do. */
    void terminate() {
        // By its handle, since the process object would close what we read from.
        process.toHandle().destroy();
    }

    /** What the kernel does when memory runs out. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
