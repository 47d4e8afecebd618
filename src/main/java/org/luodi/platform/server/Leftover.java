package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What is left of a server whose application was killed: the process itself, or only its mark, the file {@code postmaster.pid}.
 *
 * @param files the cluster
 * @param output where the words of the programs go
 */
record Leftover(Path files, Path output) {

    private static final String STILL_ATTACHED = "pre-existing shared memory block";

    /** Ends a server that outlived its application, unless it is ending already, and sees to it that its mark misleads nobody. */
    void clear(List<String> stop) throws IOException, InterruptedException {
        if (endsWithin(2)) {
            disownMark();
            return;
        }
        try {
            Programs.run(stop, output);
        } catch (StartRefusal failed) {
            // It may have ended by itself just before it could be told to.
            if (!endsWithin(2)) {
                throw failed;
            }
        }
    }

    /** Whether a start failed only because processes of a killed server have not noticed yet that it is gone. */
    boolean isLettingGo() throws IOException {
        return Files.exists(output) && Files.readString(output).contains(STILL_ATTACHED);
    }

    private boolean endsWithin(int seconds) throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (runs()) {
            if (System.nanoTime() > until) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return true;
    }

    /** A number alone says nothing: it may have been given to another process, or its process may have ended without being buried. */
    private boolean runs() {
        try {
            var number = Files.readAllLines(mark()).get(0).strip();
            var words = Files.readString(Path.of("/proc", number, "cmdline")).split("\0");
            return words[0].endsWith("/postgres") && List.of(words).contains(files.toString());
        } catch (IOException | IndexOutOfBoundsException gone) {
            return false;
        }
    }

    /**
     * PostgreSQL takes a mark with the number of any living process for a running server. So we write the number of its own parent, us, which
     * it ignores. We keep the rest, by which it finds out whether processes of the old server still use the memory.
     */
    private void disownMark() throws IOException {
        if (Files.exists(mark())) {
            var lines = Files.readAllLines(mark());
            if (lines.isEmpty()) {
                Files.delete(mark());
                return;
            }
            lines.set(0, String.valueOf(ProcessHandle.current().pid()));
            Files.write(mark(), lines);
        }
    }

    private Path mark() {
        return files.resolve("postmaster.pid");
    }
}
