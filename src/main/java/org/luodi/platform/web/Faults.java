package org.luodi.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what fails before a controller is reached: a forbidden address, a form that was open too long. */
@Controller
class Faults implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final Messages messages;
    private final List<ErrorForm> forms;

    Faults(Messages messages, List<ErrorForm> forms) {
        this.messages = messages;
        this.forms = forms;
    }

    /** What may not be seen is not told apart from what is not there. */
    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        int status = status(request);
        String key = key(request, status);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        Optional<ErrorForm> form = ErrorForm.of(forms.stream(), path);
        if (form.isPresent()) {
            return form.get().answer(request, path, status, text(request, key + ".detail", trace(request)));
        }
        response.setStatus(status);
        if (status >= 500) {
            LOG.error("{} {} failed, trace {}", request.getMethod(), path, trace(request), failure(request));
        }
        return path.startsWith("/api/") ? problem(request, status, key) : page(request, key);
    }

    private ModelAndView page(HttpServletRequest request, String key) {
        return new ModelAndView(
                "platform/error", Map.of("title", key, "detail", text(request, key + ".detail", trace(request))));
    }

    private ResponseEntity<Map<String, Object>> problem(HttpServletRequest request, int status, String key) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status, key, text(request, key), text(request, key + ".detail", trace(request))));
    }

    /** What the API says of an error (RFC 9457). */
    static Map<String, Object> problem(int status, String key, String title, String detail) {
        String type = "urn:luodi:problem:" + key.substring(key.lastIndexOf('.') + 1);
        return Map.of("type", type, "title", title, "status", status, "detail", detail);
    }

    private static int status(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return status == 403 && !stale(request) ? 404 : status;
    }

    private static String key(HttpServletRequest request, int status) {
        if (stale(request)) {
            return "platform.error.stale";
        }
        return switch (status) {
            case 404 -> "platform.error.notfound";
            case 413 -> "platform.error.large";
            default -> status < 500 ? "platform.error.request" : "platform.error.fault";
        };
    }

    private static boolean stale(HttpServletRequest request) {
        return request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException;
    }

    private static Object failure(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    }

    private static String trace(HttpServletRequest request) {
        return Trace.of(request);
    }

    private String text(HttpServletRequest request, String key, Object... args) {
        return messages.text(UiOfRequest.locale(request), key, args);
    }
}
