package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.world.TestDatabase;
import org.luodi.world.Visitor;
import org.luodi.world.WholeApplication;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nothing personal and no secret stands in a log, ours or the database's, also where something fails. */
@WholeApplication
class QuietLogsTest {

    private static final String PERSONAL = "13812345678";
    private static final String INSERT =
            "insert into platform.account (login, name, password, created_at) values (?, ?, ?, now())";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stop() {
        root().detachAppender(log);
    }

    @Test
    void aFailureInTheDatabaseQuotesNoRow() throws Exception {
        for (Runnable attempt : List.<Runnable>of(
                () -> jdbc.update(INSERT, "NOT A LOGIN", PERSONAL, "secret"),
                () -> jdbc.batchUpdate(INSERT, List.<Object[]>of(new Object[] {"NOT A LOGIN", PERSONAL, "secret"})))) {
            assertThat(traceOf(attempt)).contains("account").doesNotContain(PERSONAL);
        }
        assertThat(databaseLog()).contains("account_login_check").doesNotContain(PERSONAL);
    }

    @Test
    void neitherPasswordsNorTokensNorWhatIsAskedForStandInTheLog() throws Exception {
        var visitor = Visitor.signedIn(port, "nobody", PERSONAL);
        visitor.get("/people?q=" + PERSONAL);
        visitor.post("/sign-in", "/sign-in", Map.of("username", PERSONAL, "password", PERSONAL));
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/me"))
                                .header("Authorization", "Bearer " + PERSONAL)
                                .build(),
                        BodyHandlers.discarding());

        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n")))
                .doesNotContain(PERSONAL);
    }

    private static String traceOf(Runnable attempt) {
        try {
            attempt.run();
        } catch (RuntimeException failure) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
        throw new AssertionError("did not fail");
    }

    private static String databaseLog() throws IOException {
        try (var files = Files.list(TestDatabase.FOLDER.resolve("log/postgresql"))) {
            var all = new StringBuilder();
            for (var file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
            return all.toString();
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
