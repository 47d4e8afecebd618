package org.luodi.platform.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signed heads, one for each size that was sealed. */
@Repository
class HeadStore {

    /** A head as it is kept; whose key it is signed with is told by the fingerprint. */
    record Row(long size, byte[] root, Instant at, String key, byte[] signature) {

        /** With all that a reader needs, who keeps it. */
        TreeHead whole(String ledger, SealKey signer) {
            return new TreeHead(
                    TreeHead.FORMAT,
                    ledger,
                    size,
                    HexFormat.of().formatHex(root),
                    at,
                    signer.algorithm(),
                    signer.key(),
                    Base64.getEncoder().encodeToString(signature));
        }
    }

    private static final String HEADS = "select size, root, at, key, signature from platform.head ";

    private final JdbcClient jdbc;

    HeadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Row head) {
        jdbc.sql("""
                        insert into platform.head (size, root, at, key, signature)
                        values (:size, :root, :at, :key, :signature)
                        """)
                .param("size", head.size())
                .param("root", head.root())
                .param("at", OffsetDateTime.ofInstant(head.at(), ZoneOffset.UTC))
                .param("key", head.key())
                .param("signature", head.signature())
                .update();
    }

    /** Heads below a size, the largest first. */
    List<Row> below(long size, int limit) {
        return jdbc.sql(HEADS + "where size < :size order by size desc limit :limit")
                .param("size", size)
                .param("limit", limit)
                .query(HeadStore::read)
                .list();
    }

    /** Heads above a size, the smallest first. */
    List<Row> above(long size, int limit) {
        return jdbc.sql(HEADS + "where size > :size order by size limit :limit")
                .param("size", size)
                .param("limit", limit)
                .query(HeadStore::read)
                .list();
    }

    Optional<Row> find(long size) {
        return jdbc.sql(HEADS + "where size = :size")
                .param("size", size)
                .query(HeadStore::read)
                .optional();
    }

    private static Row read(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getLong("size"),
                row.getBytes("root"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("key"),
                row.getBytes("signature"));
    }
}
