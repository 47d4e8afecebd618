package org.luodi.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luodi.matters.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EvidenceStore {

    private static final String ITEM =
            "select id, matter, task, kind, name, removed_at, removed_by, reason from evidence.item ";

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the evidence of a matter as it is until the transaction ends: a close that counts it waits. */
    void hold(MatterId matter) {
        lock("pg_advisory_xact_lock", matter);
    }

    /** How many pieces count, held so until the transaction ends. */
    int count(MatterId matter) {
        lock("pg_advisory_xact_lock_shared", matter);
        return jdbc.sql("select count(*) from evidence.item where matter = :matter and removed_at is null")
                .param("matter", matter.value())
                .query(Integer.class)
                .single();
    }

    private void lock(String how, MatterId matter) {
        jdbc.sql("select %s(hashtextextended('evidence', :matter))".formatted(how))
                .param("matter", matter.value())
                .query(row -> {});
    }

    Optional<Item> find(long id) {
        return jdbc.sql(ITEM + "where id = :id")
                .param("id", id)
                .query(EvidenceStore::item)
                .optional()
                .map(item -> withVersions(List.of(item)).get(0));
    }

    /** Pieces of a matter in the order they came, with all their versions. */
    List<Item> of(MatterId matter, long after, int limit) {
        List<Item> items = jdbc.sql(ITEM + "where matter = :matter and id > :after order by id limit :limit")
                .param("matter", matter.value())
                .param("after", after)
                .param("limit", limit)
                .query(EvidenceStore::item)
                .list();
        return withVersions(items);
    }

    private List<Item> withVersions(List<Item> items) {
        Map<Long, List<Row>> versions = versions(items.stream().map(Item::id).toList());
        return items.stream()
                .map(i -> i.with(versions.get(i.id()).stream().map(Row::version).toList()))
                .toList();
    }

    private record Row(long item, Item.Version version) {}

    private Map<Long, List<Row>> versions(Collection<Long> items) {
        return jdbc.sql("""
                        select item, number, name, type, caption, size, digest, file, preview, added_by, added_at
                        from evidence.version where item = any(:items) order by item, number desc
                        """).param("items", items.toArray(Long[]::new)).query(EvidenceStore::version).list().stream()
                .collect(Collectors.groupingBy(Row::item));
    }

    long insert(Item item) {
        long id = jdbc.sql("""
                        insert into evidence.item (matter, task, kind, name) values (:matter, :task, :kind, :name)
                        returning id
                        """)
                .param("matter", item.matter().value())
                .param("task", item.task())
                .param("kind", item.kind().word())
                .param("name", item.name())
                .query(Long.class)
                .single();
        insert(id, item.latest());
        return id;
    }

    void insert(long item, Item.Version version) {
        jdbc.sql("""
                        insert into evidence.version (item, number, name, type, caption, size, digest, file, preview, added_by, added_at)
                        values (:item, :number, :name, :type, :caption, :size, :digest, :file, :preview, :by, :at)
                        """)
                .param("item", item)
                .param("number", version.number())
                .param("name", version.name())
                .param("type", version.type().word())
                .param("caption", version.caption())
                .param("size", version.size())
                .param("digest", HexFormat.of().parseHex(version.digest()))
                .param("file", version.file())
                .param("preview", version.preview())
                .param("by", version.addedBy())
                .param("at", time(version.addedAt()))
                .update();
    }

    void remove(long item, Item.Removed removed) {
        jdbc.sql("""
                        update evidence.item set removed_at = :at, removed_by = :by, reason = :reason
                        where id = :id and removed_at is null
                        """)
                .param("id", item)
                .param("at", time(removed.at()))
                .param("by", removed.by())
                .param("reason", removed.reason())
                .update();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        OffsetDateTime removed = row.getObject("removed_at", OffsetDateTime.class);
        return new Item(
                row.getLong("id"),
                new MatterId(row.getLong("matter")),
                row.getObject("task", Long.class),
                EvidenceKind.of(row.getString("kind")).orElseThrow(),
                row.getString("name"),
                List.of(),
                removed == null
                        ? null
                        : new Item.Removed(removed.toInstant(), row.getLong("removed_by"), row.getString("reason")));
    }

    private static Row version(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("item"),
                new Item.Version(
                        row.getInt("number"),
                        row.getString("name"),
                        FileType.of(row.getString("type")),
                        row.getString("caption"),
                        row.getLong("size"),
                        HexFormat.of().formatHex(row.getBytes("digest")),
                        row.getLong("file"),
                        row.getObject("preview", Long.class),
                        row.getLong("added_by"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
