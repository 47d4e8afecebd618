package org.luodi.platform.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FileStore {

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    StoredFile insert(StoredFile file, long by) {
        return jdbc.sql("""
                        insert into platform.file (name, size, digest, media_type, stored_by)
                        values (:name, :size, :digest, :type, :by)
                        returning id, name, size, digest, media_type
                        """)
                .param("name", file.name())
                .param("size", file.size())
                .param("digest", file.digestBytes())
                .param("type", file.mediaType())
                .param("by", by)
                .query(FileStore::read)
                .single();
    }

    Optional<StoredFile> find(long id) {
        return jdbc.sql("select id, name, size, digest, media_type from platform.file where id = :id")
                .param("id", id)
                .query(FileStore::read)
                .optional();
    }

    /** Shows each file to somebody, one after the other; returns how many there were. */
    long each(Consumer<StoredFile> somebody) {
        try (Stream<StoredFile> all = jdbc
                .sql("select id, name, size, digest, media_type from platform.file order by id")
                .query(FileStore::read)
                .stream()) {
            return all.peek(somebody).mapToLong(file -> 1).sum();
        }
    }

    private static StoredFile read(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("digest")),
                row.getString("media_type"));
    }
}
