package org.luodi.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.server.Command;
import org.luodi.platform.server.Crash;
import org.luodi.platform.server.EmbeddedPostgres;
import org.luodi.platform.server.Progress;
import org.luodi.world.Applications;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/** The database is killed while matters move, the tree changes and the tallies fold: nothing is half done, nothing counted twice. */
class CrashTest {

    private static final Path DATA = Path.of("target", "crash").toAbsolutePath();

    @Test
    void whatStandsAfterACrashIsWholeAndCountedOnce() throws Exception {
        Crash.clear(DATA);
        try (var server = EmbeddedPostgres.start(DATA, Map.of(), Progress.silent());
                var application = Applications.on(server.login("luodi"), DATA.resolve("files"), "--luodi.tree=false")) {
            RandomLife life = new RandomLife(application, CrashTest::mayHappen);
            var workers = Executors.newSingleThreadExecutor();
            Future<Void> running = workers.submit(() -> {
                life.run(150);
                return null;
            });
            int before = 60;
            await().atMost(Duration.ofSeconds(60)).until(() -> life.done() > before);
            Crash.kill(server);
            int atTheCrash = life.done();
            running.get();
            workers.shutdown();
            Overview overview = application.getBean(Overview.class);
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(overview::catchUp);

            assertThat(overview.compare()).as("tallies and a recount").isEmpty();
            assertThat(halfDone(application.getBean(JdbcTemplate.class)))
                    .as("matters whose versions are not their ledger entries")
                    .isZero();
            assertThat(ledger(application)).as("the ledger verifies").isZero();
            assertThat(life.done()).as("work went on after the crash").isGreaterThan(atTheCrash);
        }
    }

    private static int ledger(ConfigurableApplicationContext application) {
        return application.getBeansOfType(Command.class).values().stream()
                .filter(c -> c.name().equals("verify"))
                .findFirst()
                .orElseThrow()
                .run(List.of());
    }

    private static boolean mayHappen(RuntimeException failure) {
        return failure instanceof Refusal
                || failure instanceof NotFound
                || failure instanceof DataAccessException
                || failure instanceof TransactionException;
    }

    private static long halfDone(JdbcTemplate jdbc) {
        return jdbc.queryForObject("""
                select count(*) from matters.matter m
                where m.version <> (select count(*) from platform.entry e where e.kind = 'matter' and e.subject = m.id)
                """, Long.class);
    }
}
