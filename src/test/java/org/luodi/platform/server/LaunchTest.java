package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The product as real processes: started, stopped, killed and started again. */
class LaunchTest {

    private final Path data = Path.of("target", "launched").toAbsolutePath();
    private LuodiProcess luodi;

    @BeforeEach
    void forget() throws IOException {
        Binaries.delete(new Cluster(data).files());
    }

    @AfterEach
    void stop() throws Exception {
        if (luodi != null) {
            luodi.terminate();
            luodi.awaitEnd();
        }
    }

    @Test
    void whateverEndsItTheNextStartFindsTheData() throws Exception {
        luodi = LuodiProcess.start(data, "--port", "0").awaitReady();
        schedule("before the kill of the application");
        var database = databaseProcess();
        luodi.kill();
        luodi.awaitEnd();
        database.onExit().get(30, TimeUnit.SECONDS);

        luodi = LuodiProcess.start(data, "--port", "0").awaitReady();
        assertThat(scheduled()).containsExactly("before the kill of the application");

        schedule("before the kill of both");
        databaseProcess().destroyForcibly();
        luodi.kill();
        luodi.awaitEnd();
        luodi = LuodiProcess.start(data, "--port", "0").awaitReady();
        assertThat(scheduled()).hasSize(2);

        luodi.terminate();
        assertThat(luodi.awaitEnd()).isEqualTo(143);
        assertThat(new Cluster(data).files().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void dataInUseIsRefusedInOneSentenceAndLeftAlone() throws Exception {
        try (var ours = EmbeddedPostgres.start(data, Map.of(), Progress.silent());
                var second = LuodiProcess.start(data, "--port", "0")) {
            assertThat(second.awaitEnd()).isEqualTo(2);
            assertThat(second.said())
                    .contains("正被另一个落地进程使用（进程号 " + ProcessHandle.current().pid() + "）")
                    .doesNotContain("\tat ", "WARN", "ERROR");
            assertThat(ProcessHandle.of(ours.pid())).get().matches(ProcessHandle::isAlive);
        }
    }

    @Test
    void aPortInUseIsRefusedBeforeAnythingIsMade() throws Exception {
        try (var busy = new ServerSocket(0);
                var refused = LuodiProcess.start(data, "--port", String.valueOf(busy.getLocalPort()))) {
            assertThat(refused.awaitEnd()).isEqualTo(2);
            assertThat(refused.said())
                    .contains("端口 " + busy.getLocalPort() + " 已被占用")
                    .doesNotContain("\tat ", "WARN", "ERROR");
            assertThat(new Cluster(data).files()).doesNotExist();
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsRefusedInOneSentence() throws Exception {
        int nobody;
        try (var closed = new ServerSocket(0)) {
            nobody = closed.getLocalPort();
        }
        var url = "jdbc:postgresql://127.0.0.1:" + nobody + "/luodi";
        try (var refused = LuodiProcess.start(data, "--port", "0", "--db-url", url)) {
            assertThat(refused.awaitEnd()).isEqualTo(2);
            assertThat(refused.said()).contains("连接不上数据库").doesNotContain("\tat ", "WARN", "ERROR");
        }
    }

    @Test
    void aDataFolderThatCannotBeMadeIsRefusedInOneSentence() throws Exception {
        var file = Files.createTempFile(Path.of("target"), "not a folder", "").toAbsolutePath();
        try (var refused = LuodiProcess.start(file.resolve("data"), "--port", "0")) {
            assertThat(refused.awaitEnd()).isEqualTo(2);
            assertThat(refused.said())
                    .contains(file.toString())
                    .contains("不能使用")
                    .doesNotContain("\tat ", "WARN", "ERROR");
        }
    }

    @Test
    void itRunsWithoutTheRightsOfRoot() throws Exception {
        var other = Path.of("target", "launched by another").toAbsolutePath();
        Binaries.delete(new Cluster(other).files());
        var namespace = List.of("unshare", "-U", "--");
        assumeThat(Privilege.works(List.of("unshare", "-U", "--", "true"))).isTrue();

        luodi = LuodiProcess.start(namespace, other, "--port", "0").awaitReady();

        luodi.terminate();
        assertThat(luodi.awaitEnd()).isEqualTo(143);
    }

    private ProcessHandle databaseProcess() throws IOException {
        var mark = Files.readAllLines(new Cluster(data).files().resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(mark.get(0))).orElseThrow();
    }

    private void schedule(String task) throws Exception {
        var login = EmbeddedPostgres.attach(data);
        try (var connection = login.connect();
                var insert = connection.prepareStatement(
                        "INSERT INTO platform.scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                                + " VALUES (?, 'test', 'infinity', false, 1)")) {
            insert.setString(1, task);
            insert.executeUpdate();
        }
    }

    private List<String> scheduled() throws Exception {
        var login = EmbeddedPostgres.attach(data);
        try (var connection = login.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT task_name FROM platform.scheduled_tasks WHERE task_instance = 'test'")) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
