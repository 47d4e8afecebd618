package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.luodi.platform.ledger.SomeEntries;
import org.luodi.world.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A small world that has lived: the rows of the newest release, on a server whose count of transactions its ledger is far ahead of. */
record RowsWorld(TestDatabase database, Path data, BackupFolder backups) implements AutoCloseable {

    private static final long FAR = 5_000_000_000L;
    private static final String GUARDS = """
            SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated::text
            FROM pg_constraint WHERE conrelid <> 0 AND connamespace::regnamespace::text = ANY (string_to_array(:modules, ','))
            UNION ALL
            SELECT pg_get_triggerdef(t.oid) || tgenabled::text FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
            WHERE NOT tgisinternal AND relnamespace::regnamespace::text = ANY (string_to_array(:modules, ','))
            UNION ALL
            SELECT indexdef FROM pg_indexes WHERE schemaname = ANY (string_to_array(:modules, ','))
            UNION ALL
            SELECT tablename || policyname || cmd || roles::text || coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies
            UNION ALL
            SELECT c.oid::regclass || coalesce(relacl::text, '') || relrowsecurity::text || relforcerowsecurity::text FROM pg_class c
            WHERE relkind IN ('r', 'v') AND relnamespace::regnamespace::text = ANY (string_to_array(:modules, ','))
            ORDER BY 1
            """;

    static RowsWorld in(Path folder) throws Exception {
        Binaries.delete(folder);
        var data = Files.createDirectories(folder.resolve("data"));
        var world = new RowsWorld(TestDatabase.bare(), data, new BackupFolder(folder.resolve("备份 backups")));
        var release = ReleaseDump.all().get(ReleaseDump.all().size() - 1);
        Migrations.apply(world.database.dataSource(), release.versions());
        try (var connection = world.database.superuser().connect()) {
            release.load(connection);
            // They were signed with keys that a dump does not hold.
            connection.createStatement().execute("DELETE FROM platform.head");
        }
        Migrations.apply(world.database.dataSource());
        world.database
                .jdbc()
                .sql(
                        "create or replace function platform.ahead() returns bigint immutable parallel safe language sql return "
                                + FAR)
                .update();
        SomeEntries.append(world.database.dataSource(), 100);
        SomeEntries.seal(world.database.dataSource(), data);
        Files.writeString(data.resolve("some.key"), "a key");
        Files.createDirectories(data.resolve(world.upload()).getParent());
        Files.writeString(data.resolve(world.upload()), "an upload");
        world.database
                .jdbc()
                .sql("insert into platform.file (name, size, digest, media_type, stored_by)"
                        + " values ('note.txt', 9, sha256('an upload'), 'text/plain', 1)")
                .update();
        return world;
    }

    /** Uploads are named by their content. */
    String upload() {
        var name = Sha256.of("an upload");
        return "files/" + name.substring(0, 2) + "/" + name.substring(2);
    }

    Backup backUp() throws Exception {
        return new RowsBackup(database.login(), data, backups, Progress.silent()).make();
    }

    /** What is written now comes after what came, and is sealed with the keys that came. */
    static void mustGoOn(Login restored, Path data) {
        var database = new DriverManagerDataSource(restored.url(), restored.user(), restored.password());
        SomeEntries.append(database, 1);
        SomeEntries.seal(database, data);
        assertThat(one(
                        JdbcClient.create(database),
                        "select tx::text::bigint from platform.entry order by id desc limit 1"))
                .isGreaterThan(FAR);
    }

    static Map<String, Long> counts(TestDatabase database) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        try (var connection = database.login().connect()) {
            for (var table : new RowTables(connection).tables()) {
                counts.put(table.name(), one(database.jdbc(), "select count(*) from " + table.name()));
            }
        }
        return counts;
    }

    static Map<String, String> sequences(TestDatabase database) throws SQLException {
        try (var connection = database.login().connect()) {
            return new RowTables(connection).sequences();
        }
    }

    /** All that holds rows together and keeps them from being changed. */
    static List<String> guards(TestDatabase database) {
        return database.jdbc()
                .sql(GUARDS)
                .param("modules", String.join(",", Migrations.MODULES))
                .query(String.class)
                .list();
    }

    static Moves moves(TestDatabase database) {
        return new Moves(database);
    }

    /** The rows of a table in a backup, as text. */
    static List<String> rows(Backup backup, String table) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(Backup.rows(backup.rows(), table)))))) {
            return lines.lines().skip(1).toList();
        }
    }

    private static long one(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Override
    public void close() {
        database.close();
    }

    /** Moves that go on: each writes an entry and counts it elsewhere, in one transaction. */
    static final class Moves implements AutoCloseable {

        private final TestDatabase database;
        private final Thread thread;
        private volatile boolean ended;

        private Moves(TestDatabase database) {
            this.database = database;
            thread = new Thread(this::move);
            thread.start();
            awaitMore();
        }

        private void move() {
            while (!ended) {
                database.jdbc()
                        .sql("with counted as (update overview.progress set id = id + 1)"
                                + " insert into platform.entry (at, actor, kind, subject, verb, body, territorial, industry, digest)"
                                + " values (now(), 1, 'test', 1, 'made', '{}', '{}', '{}', sha256('x'))")
                        .update();
            }
        }

        void awaitMore() {
            var before = entries();
            await().until(() -> entries() > before + 20);
        }

        long entries() {
            return one(database.jdbc(), "select count(*) from platform.entry");
        }

        @Override
        public void close() {
            ended = true;
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
