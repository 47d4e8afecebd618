package org.luodi.platform.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.luodi.platform.server.Lag;
import org.springframework.stereotype.Component;

/** How far the sealing is behind the ledger, whose entries wait from when they are written, not from when they are settled. */
@Component
class SealLag implements Lag {

    private static final int BOUND = 1000;

    private final LineStore lines;
    private final TileStore tiles;

    SealLag(LineStore lines, TileStore tiles) {
        this.lines = lines;
        this.tiles = tiles;
    }

    @Override
    public String name() {
        return "sealing";
    }

    @Override
    public long waiting() {
        return waiting(BOUND).size();
    }

    @Override
    public Optional<Instant> since() {
        return waiting(1).stream().findFirst().map(Line::at);
    }

    private List<Line> waiting(int bound) {
        Place last = tiles.mark().last();
        return lines.from(new Place(last.tx(), last.id() + 1), bound);
    }
}
