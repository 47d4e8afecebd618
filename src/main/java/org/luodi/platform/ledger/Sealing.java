package org.luodi.platform.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals entries, a batch a transaction together with the mark of how far it has come and the head that is signed over it: after a crash
 * it goes on where it was, no entry gets two numbers, and no size two heads.
 */
@Component
class Sealing {

    static final int BATCH = 5000;

    private final LineStore lines;
    private final TileStore tiles;
    private final HeadStore heads;
    private final SealKeys keys;
    private final Clock clock;

    Sealing(LineStore lines, TileStore tiles, HeadStore heads, SealKeys keys, Clock clock) {
        this.lines = lines;
        this.tiles = tiles;
        this.heads = heads;
        this.keys = keys;
        this.clock = clock;
    }

    /** Seals one batch; returns how many entries it was, 0 when there was none, or when another server was faster. */
    @Transactional
    public int step() {
        TileStore.Mark mark = tiles.mark();
        List<Line> batch = lines.settled(mark.last(), BATCH);
        // Where there is nothing to do, nothing is locked and no transaction takes a number.
        if (batch.isEmpty() || !tiles.hold().equals(mark)) {
            return 0;
        }
        Growth growth = grown(mark, batch);
        tiles.move(growth.size(), batch.get(batch.size() - 1).place());
        heads.insert(signed(mark.ledger(), growth));
        return batch.size();
    }

    private Growth grown(TileStore.Mark mark, List<Line> batch) {
        Growth growth = new Growth(tiles, mark.size());
        Map<Long, Place> firsts = new HashMap<>();
        for (Line line : batch) {
            if (growth.size() % MerkleTree.WIDTH == 0) {
                firsts.put(growth.size() / MerkleTree.WIDTH, line.place());
            }
            growth.add(line.leaf());
        }
        tiles.put(growth.tiles(), firsts);
        return growth;
    }

    private HeadStore.Row signed(String ledger, Growth growth) {
        byte[] root = growth.root();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SealKey key = keys.signing();
        byte[] message = TreeHead.signed(ledger, growth.size(), HexFormat.of().formatHex(root), at);
        return new HeadStore.Row(growth.size(), root, at, key.id(), keys.sign(key, message));
    }
}
