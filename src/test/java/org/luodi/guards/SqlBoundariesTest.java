package org.luodi.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Style rule 9: SQL names only the tables of its own module; foreign keys point down. */
class SqlBoundariesTest {

    private static final List<String> MODULES = List.of(
            "platform",
            "organisation",
            "programme",
            "matters",
            "evidence",
            "claims",
            "relays",
            "voice",
            "sheets",
            "days",
            "overview",
            "promises",
            "evaluations",
            "open311");
    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|join|into|update|table|copy|only|references)\\s+("
                    + String.join("|", MODULES) + ")\\.\\w+");
    private static final Pattern UPPER_BOUND = Pattern.compile("(%\\d\\$s|position) <=? [:?]");
    private static final Pattern ANY = Pattern.compile("\\b(" + String.join("|", MODULES) + ")\\.\\w+");

    @Test
    void sqlNamesOnlyItsOwnSchema() {
        assertThat(Sources.all().stream().flatMap(SqlBoundariesTest::strays)).isEmpty();
    }

    /** Loads and recounts of whole tables by COPY, which would swamp the store of the noun. */
    private static final Set<String> BULK = Set.of("TreeLoad", "FreshFlows", "FreshTallies");

    @Test
    void whoeverAsksTheDatabaseIsAStoreOrLoadsOne() {
        var allowed = Set.of("platform.server", "");
        assertThat(Sources.all().stream()
                        .filter(s -> !allowed.contains(s.part()))
                        .filter(s ->
                                s.text().contains("JdbcClient ") || s.text().contains("JdbcTemplate "))
                        .map(Sources.Source::name)
                        .filter(n -> !n.endsWith("Store") && !BULK.contains(n)))
                .isEmpty();
    }

    /** Decision 013: the planner must see how large a subtree is. */
    @Test
    void theBoundsOfASubtreeStandInTheSqlAsNumbers() {
        assertThat(Sources.all().stream()
                        .filter(s -> sql(s).anyMatch(
                                        text -> UPPER_BOUND.matcher(text).find()))
                        .map(Sources.Source::path))
                .isEmpty();
    }

    @Test
    void migrationsReachOnlyDownwards() {
        assertThat(Sources.files(Path.of("src/main/resources/db/migration"), ".sql").stream()
                        .flatMap(SqlBoundariesTest::upward))
                .isEmpty();
    }

    private static Stream<String> sql(Sources.Source source) {
        return Stream.concat(
                        source.unit().findAll(StringLiteralExpr.class).stream(),
                        source.unit().findAll(TextBlockLiteralExpr.class).stream())
                .map(LiteralStringValueExpr::getValue);
    }

    private static Stream<String> strays(Sources.Source source) {
        return sql(source)
                .flatMap(sql -> TABLE.matcher(sql).results().map(r -> r.group(1)))
                .filter(schema -> !schema.equals(source.module()))
                .map(schema -> source.path() + " names " + schema);
    }

    private static Stream<String> upward(Path migration) {
        int own = MODULES.indexOf(migration.getParent().getFileName().toString());
        String sql = Sources.text(migration)
                .lines()
                .filter(l -> !l.strip().startsWith("--"))
                .collect(Collectors.joining("\n"));
        return ANY.matcher(sql.replaceAll("'[^']*'", ""))
                .results()
                .map(r -> r.group(1))
                .filter(schema -> MODULES.indexOf(schema) > own)
                .map(schema -> migration + " names " + schema);
    }
}
