package org.luodi.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

class FirstRunsTest {

    @Test
    void theyAreDoneInOrderBeforeThePortIsOpened() {
        try (var context = new AnnotationConfigServletWebServerApplicationContext(Pieces.class)) {
            assertThat(context.getBean(Diary.class).lines()).containsExactly("first", "second", "port opened");
        }
    }

    static class Pieces {

        @Bean
        Diary diary() {
            return new Diary(new ArrayList<>());
        }

        @Bean
        FirstRun second(Diary diary) {
            return new Piece("second", 20, diary);
        }

        @Bean
        FirstRun first(Diary diary) {
            return new Piece("first", 10, diary);
        }

        @Bean
        FirstRuns runs(ObjectProvider<FirstRun> runs) {
            return new FirstRuns(runs, Progress.silent());
        }

        @Bean
        TomcatServletWebServerFactory server() {
            return new TomcatServletWebServerFactory(0);
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
