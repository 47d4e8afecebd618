package org.luodi.platform.server;

/**
 * Ctrl-C before the server is ready. The framework would first finish what it has begun, the whole first run included; so until then we
 * stop the database, where everything half done is undone, and leave at once.
 */
final class EarlyStop {

    private static final int INTERRUPTED = 130;

    private volatile EmbeddedPostgres server;
    private volatile boolean armed = true;
    private volatile boolean begun;

    EarlyStop() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "early-stop"));
    }

    /** The server to stop, once there is one. */
    void watch(EmbeddedPostgres started) {
        server = started;
    }

    /** From now on an end is an orderly one. */
    void disarm() {
        armed = false;
    }

    /** Whether failures are only the consequence of a stop that was asked for. */
    boolean begun() {
        return begun;
    }

    private void stop() {
        if (armed) {
            begun = true;
            System.out.println();
            if (server != null) {
                server.close();
            }
            Runtime.getRuntime().halt(INTERRUPTED);
        }
    }
}
