package org.luodi.platform.server;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Finds the one plain sentence in a failed start, if there is one; such a failure needs no stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class Failures implements SpringBootExceptionReporter {

    private static final String DISK_FULL = "53100";

    /** The sentence for a person, or nothing if the failure is a fault of ours. */
    static Optional<String> sentence(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusal) {
                return Optional.of(cause.getMessage());
            }
            if (cause instanceof PortInUseException busy) {
                return Optional.of(Bilingual.text("server.port.busy", String.valueOf(busy.getPort())));
            }
            if (diskFull(cause)) {
                return Optional.of(Bilingual.text("server.disk.full", ""));
            }
        }
        return Optional.empty();
    }

    private static boolean diskFull(Throwable cause) {
        return cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())
                || cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("No space left on device");
    }

    /** Keeps the framework from printing a trace for what {@link Launch} says in a sentence. */
    @Override
    public boolean reportException(Throwable failure) {
        return sentence(failure).isPresent();
    }
}
