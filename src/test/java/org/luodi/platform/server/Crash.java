package org.luodi.platform.server;

import java.io.IOException;
import java.nio.file.Path;

/** Crashes of a database of one's own, for tests of other modules. */
public final class Crash {

    private Crash() {}

    /** Ends the database's process as a power cut would; it is started again by whoever keeps it. */
    public static void kill(EmbeddedPostgres server) {
        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
    }

    /** How to reach the database of a data directory that another process serves. */
    public static Login beside(Path data) throws IOException {
        return EmbeddedPostgres.attach(data);
    }

    /** Removes what an earlier run left in a data directory. */
    public static void clear(Path data) throws IOException {
        Binaries.delete(new Cluster(data).files());
    }
}
