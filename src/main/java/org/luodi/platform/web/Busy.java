package org.luodi.platform.web;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What whoever is sent away is told. The page is written once in each language: nobody is looked up for it and nothing is read, so that it
 * costs next to nothing while everything else is dear.
 */
@Component
class Busy implements Capacity.SendingAway {

    private static final String KEY = "platform.error.busy";
    private static final int STATUS = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Messages messages;
    private final UiOfRequest uis;
    private final JteViews views;
    private final List<ErrorForm> forms;
    private final Map<Locale, byte[]> pages = new ConcurrentHashMap<>();

    Busy(Messages messages, UiOfRequest uis, JteViews views, List<ErrorForm> forms) {
        this.messages = messages;
        this.uis = uis;
        this.views = views;
        this.forms = forms;
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        Locale locale = UiOfRequest.locale(request);
        String said = messages.text(locale, KEY + ".detail");
        Optional<ErrorForm> form = ErrorForm.of(forms.stream(), path);
        if (form.isPresent()) {
            ResponseEntity<?> answer = form.get().answer(request, path, STATUS, said);
            write(response, String.valueOf(answer.getHeaders().getContentType()), (byte[]) answer.getBody());
        } else if (path.startsWith("/api/")) {
            byte[] problem = JSON.writeValueAsBytes(Faults.problem(STATUS, KEY, messages.text(locale, KEY), said));
            write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem);
        } else {
            write(response, "text/html;charset=UTF-8", pages.computeIfAbsent(locale, this::page));
        }
    }

    private byte[] page(Locale locale) {
        Utf8ByteOutput page = new Utf8ByteOutput();
        views.render("platform/busy", Map.of("ui", uis.ofNobody(locale), "title", KEY), page);
        return page.toByteArray();
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setStatus(STATUS);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
