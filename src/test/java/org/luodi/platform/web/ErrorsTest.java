package org.luodi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** What is a fault, to be traced, and what is only a browser that has left. */
@ExtendWith(OutputCaptureExtension.class)
class ErrorsTest {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Download())
            .setControllerAdvice(new Errors(new Messages(ZoneId.of("Asia/Shanghai")), java.util.List.of()))
            .addFilters(new Trace())
            .build();

    /** Fails as a download does. */
    @RestController
    static class Download {

        private static final Map<String, Exception> FAILURES = Map.of(
                "aborted", new ClientAbortException(new IOException("Broken pipe")),
                "unusable", new AsyncRequestNotUsableException("Response not usable after response errors."),
                "wrapped", new IllegalStateException(new IOException("Connection reset by peer")),
                "disk", new IOException("No space left on device"));

        @GetMapping({"/download/{how}", "/api/download/{how}"})
        void download(@PathVariable String how) throws Exception {
            throw FAILURES.get(how);
        }

        @GetMapping("/begun")
        void begun(HttpServletResponse response) throws Exception {
            response.getOutputStream().print("half of a file");
            response.flushBuffer();
            throw FAILURES.get("disk");
        }

        @GetMapping("/unsent")
        void unsent(HttpServletResponse response) throws Exception {
            new Attachment("text/csv", "list.csv").begin(response);
            response.getOutputStream().print("half of a file");
            throw FAILURES.get("disk");
        }
    }

    @Test
    void aBrowserThatLeavesADownloadIsNoFault(CapturedOutput output) throws Exception {
        for (String how : new String[] {"aborted", "unusable", "wrapped"}) {
            for (String path : new String[] {"/download/", "/api/download/"}) {
                assertThat(mvc.perform(get(path + how))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .isEmpty();
            }
        }
        assertThat(output).doesNotContain("trace", "ERROR", "WARN");
    }

    @Test
    void theNumberThatAPersonSeesStandsInEachLineOfTheLog(CapturedOutput output) throws Exception {
        String answer =
                mvc.perform(get("/api/download/disk")).andReturn().getResponse().getContentAsString();
        String trace = answer.replaceFirst("(?s).*\"trace\":\"([0-9a-f]{8})\".*", "$1");
        assertThat(trace).hasSize(8);
        assertThat(output).contains("failed, trace " + trace);
    }

    /** The server cuts the connection where a fault comes through to it: nothing is put behind the half. */
    @Test
    void halfAFileIsNotEndedAsIfItWereWhole(CapturedOutput output) throws Exception {
        HttpServletResponse[] seen = new HttpServletResponse[1];
        MockMvc watched = MockMvcBuilders.standaloneSetup(new Download())
                .setControllerAdvice(new Errors(new Messages(ZoneId.of("Asia/Shanghai")), java.util.List.of()))
                .addFilters((request, response, chain) -> {
                    seen[0] = (HttpServletResponse) response;
                    chain.doFilter(request, response);
                })
                .build();
        assertThatThrownBy(() -> watched.perform(get("/begun"))).hasMessageContaining("No space left");
        assertThat(((MockHttpServletResponse) seen[0]).getContentAsString()).isEqualTo("half of a file");
        assertThat(output).contains("/begun broke off while it was sent, trace");
    }

    @Test
    void whatHasNotGoneOutIsTakenBack() throws Exception {
        MockHttpServletResponse answer = mvc.perform(get("/unsent")).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentAsString()).doesNotContain("half of a file");
        assertThat(answer.getHeader("Content-Disposition")).isNull();
    }

    @Test
    void aFullDiskIsAFault(CapturedOutput output) throws Exception {
        assertThat(mvc.perform(get("/api/download/disk"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(500);
        assertThat(output).contains("/api/download/disk failed, trace");
    }
}
