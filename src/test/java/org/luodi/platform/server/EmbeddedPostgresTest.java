package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

    private final Path data = Path.of("target", "embedded server 数据").toAbsolutePath();
    private EmbeddedPostgres server;

    @BeforeEach
    void startAnew() throws IOException {
        Binaries.delete(new Cluster(data).files());
        server = start();
        execute("CREATE TABLE kept (word text)");
        execute("INSERT INTO kept VALUES ('存')");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSecondStartFindsWhatTheFirstOneKept() throws Exception {
        server.close();
        server = start();

        assertThat(kept()).isEqualTo("存");
        assertThat(query("SHOW fsync")).isEqualTo("on");
        assertThat(query("SHOW data_checksums")).isEqualTo("on");
    }

    @Test
    void aKilledServerComesBackByItselfWithItsData() {
        var killed = server.pid();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(() -> server.pid() != killed && kept().equals("存"));
    }

    @Test
    void dataInUseIsRefusedWithTheProcessThatUsesIt() {
        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()))
                .hasMessageContaining("is in use by another Luodi process");
    }

    @Test
    void aMarkWhoseNumberNowBelongsToSomebodyElseDoesNotMatter() throws Exception {
        server.close();
        var cluster = new Cluster(data).files();
        var somebody = new ProcessBuilder("cat").start();
        var mark = somebody.pid() + "\n" + cluster + "\n1\n1\n\n127.0.0.1\n\nready\n";
        Files.writeString(cluster.resolve("postmaster.pid"), mark);

        server = start();

        assertThat(kept()).isEqualTo("存");
        somebody.destroy();
    }

    @Test
    void aTakenPortIsReplaced() throws Exception {
        server.close();
        var before = new Cluster(data).port().orElseThrow();
        try (var taken = new ServerSocket(before)) {
            server = start();

            assertThat(kept()).isEqualTo("存");
            assertThat(new Cluster(data).port().orElseThrow()).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void thePasswordIsForTheOwnerOfTheDataAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(new Cluster(data).secret())))
                .isEqualTo("rw-------");
        var login = server.login("luodi");
        assertThatThrownBy(() -> DriverManager.getConnection(login.url(), login.user(), "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void chineseIsSearchedAndSortedAsChinese() throws Exception {
        assertThat(query("SELECT string_agg(w, '' ORDER BY w COLLATE \"zh-x-icu\") FROM unnest('{张,李,安}'::text[]) w"))
                .isEqualTo("安李张");
        execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
        assertThat(query("SELECT show_trgm('朝阳区') <> '{}'")).isEqualTo("t");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data, Map.of(), Progress.silent());
    }

    private String kept() throws SQLException {
        return query("SELECT word FROM kept");
    }

    private String query(String sql) throws SQLException {
        var login = server.login("luodi");
        try (var connection = login.connect();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) {
        var login = server.login("luodi");
        try (var connection = login.connect()) {
            connection.createStatement().execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
