package org.luodi.platform.ledger;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tiles of the tree, and how far it has come. */
@Repository
class TileStore implements MerkleTree.Tiles {

    /**
     * How far the ledger is sealed.
     *
     * @param ledger which ledger this is, among all there are
     * @param last the place of the last entry that is sealed
     */
    record Mark(String ledger, long size, Place last) {}

    /** A tile of entries, by the place of its first. */
    record Leaves(long number, Place first, byte[] hashes) {

        /** Where in the tile a hash stands; -1 where it does not. */
        int find(byte[] leaf) {
            for (int i = 0; i < hashes.length; i += TreeHash.BYTES) {
                if (Arrays.equals(hashes, i, i + TreeHash.BYTES, leaf, 0, TreeHash.BYTES)) {
                    return i / TreeHash.BYTES;
                }
            }
            return -1;
        }
    }

    private static final String MARK =
            "select ledger::text, size, tx::text::bigint as tx, entry from platform.seal for update";
    private static final String LEAVES =
            "select number, tx::text::bigint as tx, entry, hashes from platform.tile where level = 0 and ";

    private final JdbcClient jdbc;

    TileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The mark, held until the transaction ends; whatever is committed then is on the disk. */
    Mark hold() {
        jdbc.sql("set local synchronous_commit = on").update();
        return jdbc.sql(MARK).query(TileStore::readMark).single();
    }

    Mark mark() {
        return jdbc.sql(MARK.replace(" for update", ""))
                .query(TileStore::readMark)
                .single();
    }

    void move(long size, Place last) {
        jdbc.sql("update platform.seal set size = :size, tx = :tx::text::xid8, entry = :entry")
                .param("size", size)
                .param("tx", Long.toString(last.tx()))
                .param("entry", last.id())
                .update();
    }

    @Override
    public byte[] hashes(MerkleTree.Key tile) {
        return jdbc.sql("select hashes from platform.tile where level = :level and number = :number")
                .param("level", tile.level())
                .param("number", tile.number())
                .query((row, i) -> row.getBytes(1))
                .optional()
                .orElse(new byte[0]);
    }

    /** Writes tiles that are new or have grown; those of level 0 with the places of their first entries. */
    void put(Map<MerkleTree.Key, byte[]> tiles, Map<Long, Place> firsts) {
        tiles.forEach((key, hashes) -> {
            Place first = key.level() == 0 ? firsts.get(key.number()) : null;
            if (key.level() == 0 && first != null || !grow(key, hashes)) {
                insert(key, hashes, first);
            }
        });
    }

    /** False where there is no such tile yet. */
    private boolean grow(MerkleTree.Key key, byte[] hashes) {
        return jdbc.sql("update platform.tile set hashes = :hashes where level = :level and number = :number")
                        .param("hashes", hashes)
                        .param("level", key.level())
                        .param("number", key.number())
                        .update()
                == 1;
    }

    private void insert(MerkleTree.Key key, byte[] hashes, Place first) {
        jdbc.sql("""
                        insert into platform.tile (level, number, hashes, tx, entry)
                        values (:level, :number, :hashes, :tx::text::xid8, :entry)
                        """)
                .param("level", key.level())
                .param("number", key.number())
                .param("hashes", hashes)
                .param("tx", first == null ? null : Long.toString(first.tx()))
                .param("entry", first == null ? null : first.id())
                .update();
    }

    /** The tile that would hold the entry at this place. */
    Optional<Leaves> around(Place place) {
        return jdbc.sql(LEAVES + """
                        (tx, entry) <= (:tx::text::xid8, :entry)
                        order by platform.tile.tx desc, entry desc limit 1
                        """)
                .param("tx", Long.toString(place.tx()))
                .param("entry", place.id())
                .query(TileStore::readLeaves)
                .optional();
    }

    private static Mark readMark(java.sql.ResultSet row, int index) throws java.sql.SQLException {
        return new Mark(
                row.getString("ledger"), row.getLong("size"), new Place(row.getLong("tx"), row.getLong("entry")));
    }

    private static Leaves readLeaves(java.sql.ResultSet row, int index) throws java.sql.SQLException {
        return new Leaves(
                row.getLong("number"), new Place(row.getLong("tx"), row.getLong("entry")), row.getBytes("hashes"));
    }
}
