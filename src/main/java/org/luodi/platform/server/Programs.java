package org.luodi.platform.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the short programs that come with PostgreSQL. */
final class Programs {

    private Programs() {}

    /** Runs a program to its end, its output going to a file; refuses with the end of that file if it fails. */
    static void run(List<String> command, Path output) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .directory(output.getParent().toFile());
        reduceEnvironment(builder);
        var process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        if (process.waitFor() != 0) {
            throw failure(output);
        }
    }

    /** Waits until all that was written on the disk of a folder has reached it. */
    static void flush(Path folder) throws IOException {
        try {
            var sync = new ProcessBuilder("sync", "-f", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (sync.waitFor() != 0) {
                throw new IOException("sync -f " + folder + ": " + sync.exitValue());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What to tell when a program failed: its last words, and of a full disk in ours. */
    static StartRefusal failure(Path output) throws IOException {
        var words = Files.exists(output) ? new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip() : "";
        if (words.contains("No space left on device")) {
            return new StartRefusal("server.disk.full", output.getParent());
        }
        var end = words.substring(Math.max(0, words.length() - 600));
        return new StartRefusal("server.database.failed", output).saying(end);
    }

    /** Neither our secrets nor the person's locale and PG variables are any business of the database's. */
    static void reduceEnvironment(ProcessBuilder builder) {
        var path = builder.environment().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path, "LC_ALL", "C", "TZ", "UTC"));
    }
}
