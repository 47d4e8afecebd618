package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@WholeApplication
@Import(FirstRunsTest.TwoPieces.class)
class FirstRunsTest {

    @Autowired
    Diary diary;

    @Test
    void theyAreDoneInOrderBeforeThePortIsOpened() {
        assertThat(diary.lines()).containsExactly("first piece", "second piece", "port opened");
    }

    @TestConfiguration
    static class TwoPieces {

        @Bean
        Diary diary() {
            return new Diary(new ArrayList<>());
        }

        @Bean
        FirstRun second(Diary diary) {
            return new Piece("second piece", Integer.MAX_VALUE, diary);
        }

        @Bean
        FirstRun first(Diary diary) {
            return new Piece("first piece", Integer.MIN_VALUE, diary);
        }

        @Bean
        ApplicationListener<WebServerInitializedEvent> opening(Diary diary) {
            return event -> diary.lines().add("port opened");
        }
    }

    record Diary(List<String> lines) {}

    private record Piece(String name, int order, Diary diary) implements FirstRun {

        @Override
        public void run(Progress progress) {
            diary.lines().add(name);
        }
    }
}
