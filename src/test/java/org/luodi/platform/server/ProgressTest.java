package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(terminal, true, StandardCharsets.UTF_8), 3);

    @Test
    void aStepTellsTenthsTheResultAndHowLongItTook() {
        try (var step = progress.step("server.step.tables")) {
            for (var row = 0; row <= 40; row++) {
                step.at(row, 40);
            }
            step.result(665_276);
        }

        assertThat(printed())
                .matches("\\[1/3] 数据表 · tables … 10% 20% 30% 40% 50% 60% 70% 80% 90% 665,276 · \\d+\\.\\d s\\R");
    }

    @Test
    void whatAnEarlierStartHasDoneIsSaid() {
        try (var step = progress.step("server.step.tables")) {
            step.already();
        }

        assertThat(printed()).contains("已有 · already there");
    }

    @Test
    void stepsOfOnePieceOfWorkShareItsNumber() {
        progress.step("server.step.tables").close();
        progress.group();
        progress.step("server.step.tables").close();
        progress.step("server.step.tables").close();
        progress.ungroup();

        assertThat(printed().lines().map(line -> line.substring(0, 5))).containsExactly("[1/3]", "[2/3]", "[2/3]");
    }

    private String printed() {
        return terminal.toString(StandardCharsets.UTF_8);
    }
}
