package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that outlived the process that started it. */
final class Leftover {

    private Leftover() {}

    /** Whether the process that left the mark still runs on these files; its number alone says nothing, numbers are given again. */
    static boolean runs(Path mark, Path files) throws IOException {
        var process = Path.of("/proc", String.valueOf(pid(mark)));
        try {
            var words = Files.readString(process.resolve("cmdline")).split("\0");
            return words[0].endsWith("/postgres") && List.of(words).contains(files.toString());
        } catch (IOException gone) {
            return false;
        }
    }

    /** Ends it, unless it is ending already, and waits until it is gone. */
    static void end(Path mark, List<String> stop, Path output) throws IOException, InterruptedException {
        var handle = ProcessHandle.of(pid(mark));
        if (handle.isEmpty()) {
            return;
        }
        try {
            handle.get().onExit().get(2, TimeUnit.SECONDS);
        } catch (TimeoutException running) {
            stop(handle.get(), stop, output);
        } catch (ExecutionException unknown) {
            throw new IOException(unknown);
        }
    }

    private static void stop(ProcessHandle process, List<String> stop, Path output)
            throws IOException, InterruptedException {
        try {
            Programs.run(stop, output);
        } catch (StartRefusal failed) {
            // It may have ended by itself just before it could be told to.
            if (process.isAlive()) {
                throw failed;
            }
        }
    }

    private static long pid(Path mark) throws IOException {
        var lines = Files.readAllLines(mark);
        return lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,9}")
                ? 0
                : Long.parseLong(lines.get(0).strip());
    }
}
