package org.luodi.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luodi.world.TestDatabase;

/** What Luodi refuses to keep: no score or ranking of persons, no check-in, no self-examination (design.md, guard-rails 1 and 2). */
class RefusalsTest {

    private static final Pattern REFUSED = Pattern.compile(
            "(^|_)(score|scores|rank|ranking|points|likes|checkin|check_in|online_time|loyalty|opinion|self_examination)(_|$)");

    @Test
    void noTableHasAColumnForAScoreACheckInOrASelfExamination() {
        try (TestDatabase database = TestDatabase.fresh()) {
            List<String> columns = database.jdbc().sql("""
                            select table_schema || '.' || table_name || ' ' || column_name from information_schema.columns
                            where table_schema not in ('pg_catalog', 'information_schema') and table_name <> 'schema_history'
                            """).query(String.class).list();

            assertThat(columns).hasSizeGreaterThan(100);
            assertThat(columns.stream()
                            .filter(c -> REFUSED.matcher(c.substring(c.indexOf(' ') + 1))
                                    .find()))
                    .isEmpty();
        }
    }

    @Test
    void theApiAnswersNoScoreOfAPerson() throws IOException {
        try (Stream<Path> fragments = Files.list(Path.of("src/main/resources/openapi"))) {
            List<String> names = fragments
                    .flatMap(RefusalsTest::lines)
                    .map(l -> l.strip()
                            .replaceAll("[:\\[].*", "")
                            .replaceAll("([a-z])([A-Z])", "$1_$2")
                            .toLowerCase())
                    .flatMap(l -> Stream.of(l.split("/")))
                    .toList();

            assertThat(names).contains("api", "overview");
            assertThat(names.stream().filter(n -> REFUSED.matcher(n).find())).isEmpty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
