package org.luodi.platform.ledger;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Slice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What proves that the ledger was not rewritten: heads, keys, proofs. All of it is for everybody, for it is made of digests alone. */
@Component
public class Seals {

    private final LineStore lines;
    private final TileStore tiles;
    private final HeadStore heads;
    private final SealKeys keys;

    Seals(LineStore lines, TileStore tiles, HeadStore heads, SealKeys keys) {
        this.lines = lines;
        this.tiles = tiles;
        this.heads = heads;
        this.keys = keys;
    }

    /**
     * Proves that an entry is in the tree of a head.
     *
     * @param number the entry's, from 1
     * @param leaf hash of the entry: SHA-256 of a zero byte and its content in one spelling
     * @param path hashes of the neighbours, lowest first (RFC 9162, 2.1.3)
     */
    public record Inclusion(long number, String leaf, List<String> path, TreeHead head) {}

    /**
     * Proves that what the first head was signed over is the beginning of what the second was.
     *
     * @param path as in RFC 9162, 2.1.4
     */
    public record Consistency(TreeHead from, TreeHead to, List<String> path) {}

    @Transactional(readOnly = true)
    public Optional<TreeHead> newest() {
        return heads(null, 1).rows().stream().findFirst();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public Slice<TreeHead> heads(String cursor, int limit) {
        long before = cursor == null ? Long.MAX_VALUE : Parameter.cursor(cursor);
        Function<HeadStore.Row, TreeHead> whole = whole();
        return Slice.of(
                heads.below(before, limit + 1).stream().map(whole).toList(), limit, h -> Long.toString(h.size()));
    }

    /** The head of just this size. */
    @Transactional(readOnly = true)
    public TreeHead head(long size) {
        return heads.find(size).map(whole()).orElseThrow(() -> new NotFound("head", size));
    }

    /** The proof of an entry by its number, in the newest head or in the one of the size that is given. */
    @Transactional(readOnly = true)
    public Inclusion inclusion(long number, Long size) {
        TreeHead head = size == null ? newest().orElseThrow(() -> new NotFound("entry", number)) : head(size);
        if (number < 1 || number > head.size()) {
            throw new NotFound("entry", number);
        }
        MerkleTree tree = new MerkleTree(tiles);
        return new Inclusion(
                number,
                HexFormat.of().formatHex(tree.leaf(number - 1)),
                hex(tree.inclusion(number - 1, head.size())),
                head);
    }

    /** The proof between two heads; the order in which they are named does not matter. */
    @Transactional(readOnly = true)
    public Consistency consistency(long one, long other) {
        TreeHead from = head(Math.min(one, other));
        TreeHead to = head(Math.max(one, other));
        return new Consistency(from, to, hex(new MerkleTree(tiles).consistency(from.size(), to.size())));
    }

    /** Whether the ledger's first entries, so many, still have this root; 64 hexadecimal digits. */
    @Transactional(readOnly = true)
    public boolean isRoot(long size, String root) {
        if (size < 1 || size > newest().map(TreeHead::size).orElse(0L)) {
            throw new NotFound("head", size);
        }
        return HexFormat.of().formatHex(new MerkleTree(tiles).root(size)).equalsIgnoreCase(root.strip());
    }

    /** The number, from 1, under which an entry was sealed; empty where it is not, or is no longer what was sealed. */
    @Transactional(readOnly = true)
    public OptionalLong numberOf(Place place) {
        Optional<TileStore.Leaves> tile = tiles.around(place);
        Optional<Line> line = lines.at(place);
        if (tile.isEmpty() || line.isEmpty()) {
            return OptionalLong.empty();
        }
        int at = tile.get().find(line.get().leaf());
        return at < 0 ? OptionalLong.empty() : OptionalLong.of(tile.get().number() * MerkleTree.WIDTH + at + 1);
    }

    /** All public keys, the newest first. */
    public List<SealKey> keys() {
        return keys.all();
    }

    private Function<HeadStore.Row, TreeHead> whole() {
        String ledger = tiles.mark().ledger();
        Map<String, SealKey> known = keys.all().stream().collect(Collectors.toMap(SealKey::id, k -> k));
        SealKey lost = new SealKey(0, "", "", null, null);
        return row -> row.whole(ledger, known.getOrDefault(row.key(), lost));
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }
}
