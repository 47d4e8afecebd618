package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Makes the dump of a release from the demonstration in a tree cut down to the places that it tells of: {@code bin/release-dump}. */
@EnabledIfSystemProperty(named = "luodi.release", matches = ".+")
class ReleaseDumpTest {

    private static final String TREE = "data/divisions_2023.csv.gz";

    /** Provinces and cities, the counties of one city, all of one county. */
    private static final String KEPT = "code|\\d{2}|\\d{4}|3305\\d\\d|330523\\d*";

    private final Path folder = Path.of("target", "release").toAbsolutePath();

    @Test
    void make() throws Exception {
        Binaries.delete(folder);
        cutTree(folder.resolve("classes").resolve(TREE));
        var data = folder.resolve("data");
        try (var luodi =
                LuodiProcess.demonstration(folder.resolve("classes"), data).awaitReady()) {
            luodi.terminate();
            luodi.awaitEnd();
        }
        var dump = new ReleaseDump(ReleaseDump.FOLDER.resolve(System.getProperty("luodi.release") + ".sql.xz"));
        try (var server = EmbeddedPostgres.start(data, Map.of(), Progress.silent())) {
            var login = server.superuser(Cluster.OWNER);
            try (var connection = login.connect()) {
                dump.write(connection);
            }
        }
        assertThat(dump.versions()).containsKey("platform");
        assertThat(dump.file()).isNotEmptyFile();
    }

    private static void cutTree(Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (var whole = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(
                                Path.of("src/main/resources").resolve(TREE))),
                        StandardCharsets.UTF_8));
                var cut = new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(to)), StandardCharsets.UTF_8)) {
            for (var line = whole.readLine(); line != null; line = whole.readLine()) {
                cut.write(line.split(",")[0].matches(KEPT) ? line + "\n" : "");
            }
        }
    }
}
