package org.luodi.platform.server;

import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.ServiceLoader;

/**
 * Something that anybody runs from the shell with the program alone: no settings, no data directory, no database. Named under
 * {@code META-INF/services}.
 */
public interface Standalone {

    /** Does the work and returns the exit code; empty where this is asked of somebody else. */
    OptionalInt run(String command, List<String> arguments, PrintStream out);

    /** Whoever takes it on first. */
    static OptionalInt first(String command, List<String> arguments, PrintStream out) {
        for (Standalone some : ServiceLoader.load(Standalone.class)) {
            OptionalInt code = some.run(command, arguments, out);
            if (code.isPresent()) {
                return code;
            }
        }
        return OptionalInt.empty();
    }
}
