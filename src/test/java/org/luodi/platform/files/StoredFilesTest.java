package org.luodi.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luodi.platform.NotFound;
import org.luodi.platform.server.Settings;
import org.luodi.world.TestDatabase;

class StoredFilesTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    Path data;

    private StoredFiles files;

    @BeforeEach
    void open() {
        Settings settings = new Settings(0, data, Optional.empty(), false, ZoneId.of("Asia/Shanghai"));
        files = new StoredFiles(new FileStore(DATABASE.jdbc()), settings);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void anUploadIsKeptUnderItsDigestAndFoundAgain() throws IOException {
        StoredFile kept = files.keep(upload("台账.xlsx", "abc"), 100, 7);
        assertThat(kept.digest()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(files.get(kept.id())).isEqualTo(kept);
        assertThat(files.path(kept)).startsWith(data.resolve("files")).hasContent("abc");
        try (InputStream in = files.open(kept)) {
            assertThat(in.readAllBytes()).hasSize(3);
        }
        assertThat(incoming()).isZero();
    }

    @Test
    void equalContentsLieOnTheDiskOnce() throws IOException {
        StoredFile one = files.keep(upload("a.csv", "same"), 100, 7);
        StoredFile other = files.keep(upload("b.csv", "same"), 100, 8);
        assertThat(other.id()).isNotEqualTo(one.id());
        assertThat(files.path(other)).isEqualTo(files.path(one));
        assertThat(incoming()).isZero();
    }

    @Test
    void tooLargeOrEmptyIsRefusedAndLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> files.keep(upload("a", "x".repeat(101)), 100, 7))
                .hasMessage("files.tooLarge");
        assertThatThrownBy(() -> files.keep(upload("a", ""), 100, 7)).hasMessage("files.empty");
        assertThatThrownBy(() -> files.keep(new Upload("a", null, brokenStream()), 100, 7))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(incoming()).isZero();
    }

    @Test
    void anUnknownNumberIsNotFound() {
        assertThatThrownBy(() -> files.get(Long.MAX_VALUE)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\Users\\a\\台账.xlsx, 台账.xlsx",
        "'a\r\nSet-Cookie: x.xlsx', aSet-Cookie: x.xlsx",
        "'a\u202Excod.exe', axcod.exe",
        "'a\"b.csv', ab.csv",
        "'..', file",
        "'', file",
        "'/', file"
    })
    void aNameIsOnlyAName(String given, String kept) {
        assertThat(files.keep(upload(given, "x"), 100, 7).name()).isEqualTo(kept);
    }

    @Test
    void aLongNameKeepsItsEnding() {
        String name = files.keep(upload("长".repeat(500) + ".xlsx", "x"), 100, 7).name();
        assertThat(name).hasSize(200).endsWith("长.xlsx");
        assertThat(files.keep(upload("😀".repeat(500), "x"), 100, 7).name()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void aFileIsNotWhatItsSenderCallsIt() {
        StoredFile kept = files.keep(new Upload("台账 1.xlsx", "text/html; charset=x", content("x")), 100, 7);
        assertThat(kept.name()).isEqualTo("台账 1.xlsx");
        assertThat(kept.mediaType()).isEqualTo("application/octet-stream");
    }

    private long incoming() throws IOException {
        try (Stream<Path> left = Files.list(data.resolve("files/incoming"))) {
            return left.count();
        }
    }

    private static Upload upload(String name, String text) {
        return new Upload(name, "text/csv", content(text));
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream brokenStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the connection is gone");
            }
        };
    }
}
