package org.luodi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.platform.Refusal;

class NewPasswordsTest {

    private static final List<String> OWN = List.of("wangfang", "王芳", "清水县审计局", "qs");

    private final NewPasswords rules = new NewPasswords();

    @ParameterizedTest
    @CsvSource({
        "short, platform.account.password",
        "password123, platform.password.common",
        "P@ssw0rd2026, platform.password.common",
        "iloveyou1234, platform.password.common",
        "woaini1314520, platform.password.common",
        "admin888888, platform.password.common",
        "qwertyuiop12, platform.password.common",
        "aaaaaaaaaaaa, platform.password.pattern",
        "20260101202, platform.password.pattern",
        "Wangfang-and-more-of-it, platform.password.own",
        "我是王芳我来办事情了, platform.password.own",
        "清水县审计局真的很好很好, platform.password.own"
    })
    void whatIsGuessedEasilyIsRefusedWithItsReason(String password, String key) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> rules.mustBeGood(password, OWN));

        assertThat(refusal).as(password).isNotNull();
        assertThat(refusal.key()).as(password).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"一句自己记得住的话-2026", "four windows and a kettle", "luodi-demo", "v8RkQ2_mfZ0aLx3N"})
    void aSentenceOfOnesOwnIsGood(String password) {
        rules.mustBeGood(password, OWN);
    }

    @Test
    void theLongestIsMeasuredAtOnce() {
        rules.mustBeGood("九月的雨落在三座桥上，谁也没有带伞。".repeat(12).substring(0, 200), OWN);
        assertThat(catchThrowableOfType(Refusal.class, () -> rules.mustBeGood("x".repeat(201), OWN)))
                .isNotNull();
    }
}
