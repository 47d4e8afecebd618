package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void nothingHasToBeChosen() {
        var settings = read(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.database()).isEmpty();
        assertThat(settings.demo()).isTrue();
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    @ParameterizedTest(name = "flag {0}, environment {1}, file {2} give {3}")
    @CsvSource({
        ",     ,     ,     8080",
        ",     ,     7001, 7001",
        ",     7002, 7001, 7002",
        "7003, 7002, 7001, 7003",
        "7003, ,     7001, 7003",
        "7003, 7002, ,     7003",
        ",     7002, ,     7002"
    })
    void theFlagWinsOverTheEnvironmentAndTheEnvironmentOverTheFile(
            String flag, String environment, String file, int expected) throws IOException {
        if (file != null) {
            write("port=" + file);
        }

        var settings = read(
                environment == null ? Map.of() : Map.of("LUODI_PORT", environment),
                flag == null ? new String[0] : new String[] {"--port", flag});

        assertThat(settings.port()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "LUODI_DB_URL, --db-url, db.url, jdbc:postgresql://127.0.0.1/x",
        "LUODI_DATA, --data, data, /var/lib/luodi",
        "LUODI_ZONE, --zone, zone, Asia/Urumqi",
        "LUODI_DEMO, --demo, demo, false"
    })
    void everySettingCanComeFromEachSource(String environment, String flag, String name, String value)
            throws IOException {
        var byFlag = read(Map.of(), flag, value);
        var byFlagWithSign = read(Map.of(), flag + "=" + value);
        var byEnvironment = read(Map.of(environment, value));
        write("luodi." + name + "=" + value);
        var byFile = read(Map.of());

        assertThat(List.of(byFlagWithSign, byEnvironment, byFile)).containsOnly(byFlag);
        assertThat(byFlag).isNotEqualTo(Settings.read(key -> null));
    }

    @Test
    void emptyMeansWithoutDemonstration() {
        assertThat(read(Map.of("LUODI_DEMO", "true"), "--empty").demo()).isFalse();
    }

    @Test
    void theFileMayHoldChineseAndNamesOfOtherLibraries() throws IOException {
        write("# 注释\ndata=/数据/落地\nlogging.level.org=debug");

        var invocation = Invocation.of(List.of(), Map.of(), folder);

        assertThat(invocation.settings().data()).isEqualTo(Path.of("/数据/落地"));
        assertThat(invocation.properties()).containsEntry("logging.level.org", "debug");
    }

    @ParameterizedTest(name = "{0} {1} is refused")
    @CsvSource({
        "--port, abc, 端口应是 0 到 65535 的整数",
        "--port, 65536, The port must be a whole number",
        "--port, -1, 端口应是",
        "--demo, maybe, true or false",
        "--zone, Mars/Olympus, 没有“Mars/Olympus”这个时区",
        "--db-url, mysql://x, jdbc:postgresql:",
        "--config, missing.properties, 读不了",
        "--prot, 9000, 不认识的参数 --prot",
        "--port, , 参数 --port 后面缺少值"
    })
    void whatMakesNoSenseIsSaidInOneSentence(String flag, String value, String sentence) {
        var words = value == null ? new String[] {flag} : new String[] {flag, value};

        assertThatThrownBy(() -> read(Map.of(), words))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining(" · ");
    }

    @Test
    void aSlipInTheFileIsNamed() throws IOException {
        write("prot=9000");

        assertThatThrownBy(() -> read(Map.of())).hasMessageContaining("prot").hasMessageContaining("luodi.properties");
    }

    @Test
    void aFileInAnotherEncodingIsNamed() throws IOException {
        Files.write(folder.resolve("luodi.properties"), "data=/数据".getBytes(Charset.forName("GB18030")));

        assertThatThrownBy(() -> read(Map.of())).hasMessageContaining("UTF-8");
    }

    @Test
    void theWordsAfterACommandBelongToIt() {
        var invocation = Invocation.of(List.of("recount", "--unit", "7", "--port", "7003"), Map.of(), folder);

        assertThat(invocation.command()).contains("recount");
        assertThat(invocation.rest()).containsExactly("--unit", "7");
        assertThat(invocation.settings().port()).isEqualTo(7003);
    }

    @Test
    void aPasswordIsNeverPrinted() {
        assertThat(read(Map.of("LUODI_DB_PASSWORD", "hush"), "--db-url", "jdbc:postgresql://127.0.0.1/x")
                        .toString())
                .doesNotContain("hush");
    }

    private Settings read(Map<String, String> environment, String... arguments) {
        return Invocation.of(List.of(arguments), environment, folder).settings();
    }

    private void write(String lines) throws IOException {
        Files.writeString(folder.resolve("luodi.properties"), lines);
    }
}
