package org.luodi.platform.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes through the whole ledger of a database: each entry against the hash it was sealed with and the digest it was written with, each
 * head against the tree that comes of the entries and against its signature, the keys against one another, the tiles against the tree.
 */
@Component
class Verification {

    private final LineStore lines;
    private final TileStore tiles;
    private final HeadStore heads;
    private final SealKeys keys;

    Verification(LineStore lines, TileStore tiles, HeadStore heads, SealKeys keys) {
        this.lines = lines;
        this.tiles = tiles;
        this.heads = heads;
        this.keys = keys;
    }

    /** As of one moment; heads that readers kept count like those of the database. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Findings run(List<TreeHead> kept) {
        TileStore.Mark mark = tiles.mark();
        Pass pass = new Pass(mark.size(), new HeadCheck(new HeadsInOrder(this::above, kept)));
        try (var all = lines.all()) {
            pass.through(all.iterator());
        }
        List<Findings.Said> faults = new ArrayList<>(pass.faults);
        faults.addAll(Findings.of(pass.check));
        faults.addAll(foreign(mark, kept));
        faults.addAll(unendorsed());
        return new Findings(pass.check.size() + pass.unsealed, pass.check.compared(), faults, pass.remarks());
    }

    private List<TreeHead> above(long size) {
        String ledger = tiles.mark().ledger();
        Map<String, SealKey> known = keys.all().stream().collect(Collectors.toMap(SealKey::id, k -> k));
        SealKey lost = new SealKey(0, "", "", null, null);
        return heads.above(size, HeadsInOrder.PORTION).stream()
                .map(row -> row.whole(ledger, known.getOrDefault(row.key(), lost)))
                .toList();
    }

    private static List<Findings.Said> foreign(TileStore.Mark mark, List<TreeHead> kept) {
        return kept.stream()
                .filter(h -> !h.ledger().equals(mark.ledger()))
                .map(h -> new Findings.Said("ledger.verify.foreign", h.size(), h.ledger(), mark.ledger()))
                .toList();
    }

    private List<Findings.Said> unendorsed() {
        List<SealKey> all = keys.all();
        List<Findings.Said> said = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            SealKey key = all.get(i - 1);
            if (key.endorsement() != null && !key.isEndorsedBy(all.get(i))) {
                said.add(new Findings.Said("ledger.verify.endorsement", key.number()));
            }
        }
        return said;
    }

    /** One way through all entries. */
    private final class Pass {

        private final long until;
        private final HeadCheck check;
        private final List<Findings.Said> faults = new ArrayList<>();
        private final Backdated backdated = new Backdated(Verification.this::above);
        private byte[] tile = new byte[0];
        private long unsealed;

        Pass(long until, HeadCheck check) {
            this.until = until;
            this.check = check;
        }

        void through(Iterator<Line> all) {
            while (faults.isEmpty() && check.size() < until && all.hasNext()) {
                one(all.next(), all);
            }
            if (faults.isEmpty() && check.size() < until) {
                faults.add(new Findings.Said("ledger.verify.removed.end", check.size() + 1, until));
            }
            while (faults.isEmpty() && all.hasNext()) {
                unsealed++;
                written(all.next());
            }
            if (faults.isEmpty()) {
                check.end();
            }
        }

        private void one(Line line, Iterator<Line> rest) {
            long index = check.size();
            byte[] leaf = line.leaf();
            if (!Arrays.equals(leaf, kept(index))) {
                faults.add(diagnosed(line, leaf, rest));
                return;
            }
            check.add(leaf);
            written(line);
            backdated.see(line, index + 1);
            whole(index);
        }

        /** Where this entry was the last of a tile, the tile above must hold its root. */
        private void whole(long index) {
            int level = 1;
            while ((index >>> MerkleTree.BITS * (level - 1)) % MerkleTree.WIDTH == MerkleTree.WIDTH - 1) {
                long number = index >>> MerkleTree.BITS * level;
                byte[] below = tiles.hashes(new MerkleTree.Key(level - 1, number));
                byte[] above = tiles.hashes(new MerkleTree.Key(level, number / MerkleTree.WIDTH));
                int at = (int) (number % MerkleTree.WIDTH) * TreeHash.BYTES;
                byte[] root = TreeHash.fold(below, 0, MerkleTree.WIDTH);
                if (above.length < at + TreeHash.BYTES
                        || !Arrays.equals(root, Arrays.copyOfRange(above, at, at + TreeHash.BYTES))) {
                    faults.add(new Findings.Said("ledger.verify.tile", level, number));
                    return;
                }
                level++;
            }
        }

        private void written(Line line) {
            if (!line.isAsWritten()) {
                faults.add(Findings.about("ledger.verify.digest", check.size() + unsealed, line));
            }
        }

        /** The hash that was sealed at this place. */
        private byte[] kept(long index) {
            int inside = (int) (index % MerkleTree.WIDTH);
            if (inside == 0) {
                tile = tiles.hashes(new MerkleTree.Key(0, index / MerkleTree.WIDTH));
            }
            int at = inside * TreeHash.BYTES;
            return at < tile.length ? Arrays.copyOfRange(tile, at, at + TreeHash.BYTES) : new byte[0];
        }

        private Findings.Said diagnosed(Line line, byte[] leaf, Iterator<Line> rest) {
            List<byte[]> found = new ArrayList<>(List.of(leaf));
            while (found.size() < Diagnosis.WINDOW && rest.hasNext()) {
                found.add(rest.next().leaf());
            }
            long from = check.size();
            List<byte[]> expected = new ArrayList<>(List.of(kept(from)));
            for (long i = from + 1; i < Math.min(until, from + Diagnosis.WINDOW); i++) {
                expected.add(kept(i));
            }
            return Findings.about("ledger.verify." + new Diagnosis(found, expected).word(), from + 1, line);
        }

        private List<Findings.Said> remarks() {
            return backdated.remark().stream().toList();
        }
    }
}
