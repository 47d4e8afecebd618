package org.luodi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** What is sent is there before anybody works on it, and whoever sends a drop at a time is let go; over real sockets. */
class WholeBodiesTest {

    private WebServer server;

    /** Says what it was sent, and whether that had been read before. */
    private static final class Saying extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.setCharacterEncoding("UTF-8");
            response.setCharacterEncoding("UTF-8");
            String whole = WholeBodies.isRead(request) + " ";
            response.getWriter()
                    .print(whole
                            + (request.getRequestURI().equals("/form")
                                    ? Collections.list(request.getParameterNames())
                                                    .size()
                                            + request.getParameter("b")
                                            + request.getParameter("q")
                                    : request.getReader().readLine()));
        }
    }

    @BeforeEach
    void start() {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new WholeBodies(Duration.ofMillis(300)).customize(factory);
        server = factory.getWebServer(
                context -> context.addServlet("saying", new Saying()).addMapping("/"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aFormAndABodyAreReadBeforeAndStillThere() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 3; i++) {
            assertThat(post(client, "/form?q=%E5%8D%97", "application/x-www-form-urlencoded", "a=1&b=%E5%8C%97"))
                    .isEqualTo("true 3北南");
            assertThat(post(client, "/json", "application/json", "{}" + "x".repeat(300_000)))
                    .startsWith("true {}xxx")
                    .hasSize(300_007);
        }
        assertThat(post(client, "/json", "application/json", "x".repeat(600_000)))
                .startsWith("false x");
        assertThat(post(client, "/json", "multipart/form-data; boundary=x", "--x"))
                .startsWith("false --x");
    }

    @Test
    void whoeverSendsADropAtATimeIsLetGo() throws Exception {
        try (Socket slow = new Socket("localhost", server.getPort())) {
            slow.setSoTimeout(10_000);
            slow.getOutputStream()
                    .write("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            Thread drops = new Thread(() -> drip(slow));
            drops.start();
            String answer = new String(slow.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 408");
            drops.interrupt();
        }
    }

    private static void drip(Socket slow) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                slow.getOutputStream().write('x');
                java.util.concurrent.locks.LockSupport.parkNanos(
                        Duration.ofMillis(20).toNanos());
            }
        } catch (IOException letGo) {
            Thread.currentThread().interrupt();
        }
    }

    private String post(HttpClient client, String path, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }
}
