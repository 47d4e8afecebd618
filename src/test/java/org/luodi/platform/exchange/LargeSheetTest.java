package org.luodi.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeSheetTest {

    @TempDir
    Path folder;

    @Test
    void aHundredThousandRowsOfTwentySixColumnsNeedOnlySixtyFourMegabytes() throws Exception {
        Process process = start("-Xmx64m", folder.toString());
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(told).contains("write xlsx", "read xlsx", "write csv", "read csv");
        assertThat(process.exitValue()).as(told).isZero();
    }

    private static Process start(String heap, String folder) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = List.of(
                java.toString(),
                heap,
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                LargeSheet.class.getName(),
                folder);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
