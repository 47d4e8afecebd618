package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeping one file of the write-ahead log, whatever an earlier attempt left behind. */
class ArchivingTest {

    private static final String NAME = "000000010000000000000007";

    @TempDir
    private Path folder;

    private Path log;
    private Path kept;

    @BeforeEach
    void write() throws Exception {
        log = folder.resolve("it's % \"quoted\" 日志");
        kept = Files.createDirectory(folder.resolve("kept"));
        Files.writeString(log, "content");
    }

    @Test
    void itIsKeptWhole() throws Exception {
        assertThat(keep()).isZero();
        assertThat(content()).isEqualTo("content");
        assertThat(kept).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void askedAgainItAgrees() throws Exception {
        keep();
        assertThat(keep()).isZero();
    }

    @Test
    void anotherContentIsNeverWrittenOver() throws Exception {
        keep();
        Files.writeString(log, "another");
        assertThat(keep()).isNotZero();
        assertThat(content()).isEqualTo("content");
    }

    @Test
    void whatAnInterruptedAttemptLeftDoesNotMatter() throws Exception {
        Files.writeString(kept.resolve(NAME + ".gz.123.part"), "half");
        assertThat(keep()).isZero();
        assertThat(content()).isEqualTo("content");
    }

    @Test
    void aFolderThatIsGoneIsToldAndTriedAgain() throws Exception {
        Files.delete(kept);
        assertThat(keep()).isNotZero();
        Files.createDirectory(kept);
        assertThat(keep()).isZero();
    }

    private int keep() throws Exception {
        var script = Path.of("src/main/resources/postgresql/archive.sh").toAbsolutePath();
        var process = new ProcessBuilder("sh", script.toString(), log.toString(), NAME, kept.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String content() throws Exception {
        try (var in = new GZIPInputStream(Files.newInputStream(kept.resolve(NAME + ".gz")))) {
            return new String(in.readAllBytes());
        }
    }
}
