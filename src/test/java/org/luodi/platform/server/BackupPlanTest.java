package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupPlanTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void nothingIsMadeByItselfUntilAFolderIsNamed() {
        assertThat(BackupPlan.read(name -> null)).isEqualTo(BackupPlan.NONE);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> BackupPlan.read(Map.of("backup.hour", "24")::get))
                .hasMessageContaining("backup.hour")
                .hasMessageContaining("24");
        assertThatThrownBy(() -> BackupPlan.read(Map.of("backup.keep", "-1")::get))
                .hasMessageContaining("backup.keep");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T02:59, 2026-11-29T03:00",
        "2026-11-30T03:00, 2026-11-30T03:00",
        "2026-11-30T23:59, 2026-11-30T03:00"
    })
    void theHourIsThatOfTheInstallation(String now, String due) {
        var at = ZonedDateTime.parse(now + ":00+08:00[Asia/Shanghai]");
        assertThat(BackupPlan.NONE.lastDue(at)).isEqualTo(ZonedDateTime.parse(due + ":00+08:00[Asia/Shanghai]"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30 10:00, 2026-11-30T02:00:00Z",
        "2026-11-30T10:00:05, 2026-11-30T02:00:05Z",
        "2026-11-30T10:00:05Z, 2026-11-30T10:00:05Z",
        "2026-11-30T10:00+01:00, 2026-11-30T09:00:00Z"
    })
    void momentsAreReadAsTyped(String typed, Instant meant) {
        assertThat(Moments.read(typed, SHANGHAI)).isEqualTo(meant);
    }
}
