package org.luodi.status;

import java.time.Instant;
import java.util.List;
import org.luodi.status.Sign.Tone;
import org.luodi.status.Sign.Unit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The database: size, connections, version. */
@Component
@Order(4)
class DatabaseReading implements Reading {

    private final StatusStore store;

    DatabaseReading(StatusStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public List<Sign> read(Instant now) {
        var connections = store.connections();
        return List.of(
                Sign.of("database.size", store.size(), Unit.BYTES, Tone.PLAIN),
                Sign.of(
                        "database.connections",
                        connections.used(),
                        Unit.COUNT,
                        StatusRules.connections(connections.used(), connections.most())),
                Sign.of("database.version", "PostgreSQL " + store.version(), Unit.WORDS, Tone.PLAIN));
    }
}
