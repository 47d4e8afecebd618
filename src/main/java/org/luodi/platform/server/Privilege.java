package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL runs. It refuses to run as root, so under root it is put into a user namespace of its own, where it has no rights
 * beyond its files; where that is forbidden, as in many containers, it runs as an unprivileged user who then owns the data.
 *
 * @param prefix what stands before each command
 * @param owner the user who must own the data, or -1 for the one who runs us
 */
record Privilege(List<String> prefix, int owner) {

    private static final int ROOT = 0;

    /** The number of {@code nobody}, which every distribution knows: initdb wants a user with a name. */
    private static final int NOBODY = 65534;

    private static final List<String> NAMESPACE = List.of("unshare", "-U", "--");

    /** Decides from who we are and whose the data is. */
    static Privilege over(Path data, Path cluster) throws IOException {
        var us = id("unix:uid", Path.of("/proc/self"));
        if (us != ROOT) {
            return new Privilege(named(us) || !namespaces() ? List.of() : NAMESPACE, -1);
        }
        var owner = id("unix:uid", Files.exists(cluster) ? cluster : data);
        if (owner != ROOT) {
            return as(named(owner) || Files.exists(cluster) ? owner : NOBODY);
        }
        return namespaces() ? new Privilege(NAMESPACE, -1) : as(NOBODY);
    }

    private static boolean namespaces() {
        return works(List.of("unshare", "-U", "--", "true"));
    }

    private static boolean named(int user) {
        return works(List.of("getent", "passwd", String.valueOf(user)));
    }

    private static Privilege as(int owner) {
        return new Privilege(List.of("setpriv", "--reuid=" + owner, "--regid=" + owner, "--clear-groups", "--"), owner);
    }

    /** Gives a file or folder to the user whom PostgreSQL runs as. */
    Path hand(Path file) throws IOException {
        if (owner >= 0 && id("unix:uid", file) != owner) {
            Files.setAttribute(file, "unix:uid", owner);
            Files.setAttribute(file, "unix:gid", owner);
        }
        return file;
    }

    /** Hands over a whole folder. */
    void handAll(Path folder) throws IOException {
        if (owner >= 0 && Files.exists(folder) && id("unix:uid", folder) != owner) {
            try (var files = Files.walk(folder)) {
                for (var file : files.toList()) {
                    hand(file);
                }
            }
        }
    }

    /** Refuses when the user whom PostgreSQL runs as cannot reach the data. */
    void mustReach(Path data) {
        if (owner >= 0 && !works(command("test", "-x", data.toString()))) {
            throw new StartRefusal("server.data.unreachable", data, String.valueOf(owner));
        }
    }

    /** The command, run as that user. */
    List<String> command(String... words) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(words));
        return command;
    }

    /**
     * The command as a process that the terminal's Ctrl-C does not reach, since we stop it ourselves when the last request is answered,
     * and that is told to stop when the thread that started it dies.
     */
    List<String> guarded(List<String> words) {
        var command = new ArrayList<>(prefix);
        if (works(List.of("setsid", "true"))) {
            command.add("setsid");
        }
        if (works(List.of("setpriv", "--pdeathsig", "INT", "true"))) {
            command.addAll(List.of("setpriv", "--pdeathsig", "INT", "--"));
        }
        command.addAll(words);
        return command;
    }

    private static int id(String attribute, Path file) throws IOException {
        return (Integer) Files.getAttribute(file, attribute);
    }

    static boolean works(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
