package org.luodi.platform.server;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Tells the person at the terminal how far the start has come, one line a step: {@code [2/5] name … 10% 20% … 665,276 · 9.8 s}. Lines only
 * grow, so they read the same on a terminal, in a log file and in a container's output.
 */
public final class Progress {

    private final PrintStream out;
    private int current;
    private int total;
    private boolean numbered;

    Progress(PrintStream out, int total) {
        this.out = out;
        this.total = total;
    }

    /** Says nothing: for tests and for commands whose output is read by a program. */
    public static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream()), 0);
    }

    /** For a command that a person waits for. */
    public static Progress atTerminal() {
        return new Progress(Launch.terminal(), 0);
    }

    /** Begins a step named by a message key; closing it prints how long it took. */
    public Step step(String key, Object... arguments) {
        if (!numbered) {
            current++;
        }
        total = Math.max(total, current);
        out.printf("[%d/%d] %s …", current, total, Bilingual.text(key, arguments));
        out.flush();
        return new Step(out);
    }

    /** Sets how many steps there are in all. */
    void total(int steps) {
        total = steps;
    }

    /** All steps until {@link #ungroup} carry the next number, whether there are none, one or many. */
    void group() {
        current++;
        numbered = true;
    }

    void ungroup() {
        numbered = false;
    }

    void line(String text) {
        out.println(text);
    }

    /** One step under way. */
    public static final class Step implements AutoCloseable {

        private final PrintStream out;
        private final long began = System.nanoTime();
        private int tenth;
        private String result = "";
        private boolean closed;

        private Step(PrintStream out) {
            this.out = out;
        }

        /** Reports the share done; prints each tenth once, so it may be called as often as one likes. */
        public void at(long done, long of) {
            var reached = of <= 0 ? 0 : (int) Math.min(9, done * 10 / of);
            if (reached > tenth) {
                tenth = reached;
                note(reached * 10 + "%");
            }
        }

        /** Adds a few words to the line while the step goes on. */
        public void note(String words) {
            out.print(" " + words);
            out.flush();
        }

        /** What the step came to, such as a count; shown when it ends. */
        public void result(long count) {
            result = String.format(Locale.ROOT, " %,d ·", count);
        }

        /** There was nothing to do: an earlier start has done it. */
        public void already() {
            result = " " + Bilingual.text("server.already") + " ·";
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                out.printf(Locale.ROOT, "%s %.1f s%n", result, (System.nanoTime() - began) / 1e9);
                out.flush();
            }
        }
    }
}
