package org.luodi.platform.server;

import java.util.List;

/** Something an administrator runs from the shell, {@code luodi <name> ...}, with the whole application but no web server. */
public interface Command {

    /** The word that selects this command. */
    String name();

    /** One line for the help text, in both languages. */
    String summary();

    /** Does the work and returns the process's exit code: 0 when all is well. */
    int run(List<String> arguments);
}
