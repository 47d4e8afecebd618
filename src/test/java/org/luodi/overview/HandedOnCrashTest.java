package org.luodi.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.luodi.platform.server.Crash;
import org.luodi.platform.server.EmbeddedPostgres;
import org.luodi.platform.server.Progress;
import org.luodi.world.Applications;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database is killed while matters are sent up, claimed and relayed: what was acknowledged stands, once and whole. */
class HandedOnCrashTest {

    private static final Path DATA = Path.of("target", "crash-handed-on").toAbsolutePath();

    /** What would be half done: a row whose version is not the number of its entries. */
    private static final String HALF_DONE = """
            select count(*) from %1$s r
            where r.version <> (select count(*) from platform.entry e where e.kind = '%2$s' and e.subject = r.id)
            """;

    @Test
    void whatWasAcknowledgedStandsAfterACrashAndOneUnitAnswersForEachMatter() throws Exception {
        Crash.clear(DATA);
        try (var server = EmbeddedPostgres.start(DATA, Map.of(), Progress.silent());
                var application = Applications.on(server.login("luodi"), DATA.resolve("files"), "--luodi.tree=false")) {
            HandedOn life = new HandedOn(application);
            ExecutorService worker = Executors.newSingleThreadExecutor();
            Future<?> running = worker.submit(() -> life.run(200));
            await().atMost(Duration.ofSeconds(90)).until(() -> life.done() > 80);
            Crash.kill(server);
            int atTheCrash = life.done();
            running.get();
            worker.shutdown();
            Overview overview = application.getBean(Overview.class);
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(overview::catchUp);

            assertThat(life.done()).as("work went on after the crash").isGreaterThan(atTheCrash);
            assertThat(overview.compare()).as("tallies and a recount").isEmpty();
            whole(application);
            assertThat(life.lost()).as("what was acknowledged and is not there").isEmpty();
        }
    }

    private static void whole(ApplicationContext application) {
        JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
        for (List<String> kind : List.of(List.of("matters.matter", "matter"), List.of("claims.claim", "claim"))) {
            assertThat(jdbc.queryForObject(HALF_DONE.formatted(kind.get(0), kind.get(1)), Long.class))
                    .as("half done: " + kind.get(1))
                    .isZero();
        }
        assertThat(jdbc.queryForList("""
                                select i.matter from relays.item i join relays.relay r on r.id = i.relay
                                where i.state = 'accepted' and not exists (
                                    select 1 from platform.entry e where e.kind = 'matter' and e.subject = i.matter
                                    and e.verb = 'relayed' and (e.body ->> 'unit')::int = r.receiver)
                                """, Long.class))
                .as("accepted, but nobody answers for it instead")
                .isEmpty();
        assertThat(jdbc.queryForList("""
                                select m.id from matters.matter m
                                where m.root is not null and m.waits and not exists (
                                    select 1 from matters.matter r where r.id = m.root)
                                """, Long.class)).as("waits for nobody").isEmpty();
    }
}
