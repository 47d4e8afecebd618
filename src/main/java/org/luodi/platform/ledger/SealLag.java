package org.luodi.platform.ledger;

import java.time.Instant;
import java.util.Optional;
import org.luodi.platform.server.Lag;
import org.springframework.stereotype.Component;

/** How far the sealing is behind the ledger. */
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
        return lines.settled(tiles.mark().last(), BOUND).size();
    }

    @Override
    public Optional<Instant> since() {
        return lines.settled(tiles.mark().last(), 1).stream().findFirst().map(Line::at);
    }
}
