package org.luodi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns what went wrong into an answer: a page, a part of one, problem+json under {@code /api}. What has been sent in part is cut off, so that nobody takes it for the whole. */
@ControllerAdvice
class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final Messages messages;
    private final List<ErrorForm> forms;

    Errors(Messages messages, List<ErrorForm> forms) {
        this.messages = messages;
        this.forms = forms;
    }

    /** What is said of an error. */
    record Said(HttpStatus status, String key, String detail, String trace) {}

    @ExceptionHandler
    Object handle(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException || isGone(failure)) {
            throw failure;
        }
        if (response.isCommitted()) {
            LOG.error("{} broke off while it was sent, trace {}", request.getRequestURI(), Trace.of(request), failure);
            throw failure;
        }
        Attachment.takeBack(response);
        Said said = said(failure, request);
        if (failure instanceof Refusal refusal && refusal.isLater()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.seconds()));
        }
        if (failure instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
        }
        String path = request.getRequestURI();
        Optional<ErrorForm> form = ErrorForm.of(forms.stream(), path);
        if (form.isPresent()) {
            return form.get().answer(request, path, said.status().value(), said.detail());
        }
        return path.startsWith("/api/") ? problem(said, request) : page(said, response);
    }

    /** Whether the browser left before the answer was written: nobody is there to be told, and nothing is wrong. */
    private static boolean isGone(Exception failure) {
        return DisconnectedClientHelper.isClientDisconnectedException(failure);
    }

    private Said said(Exception failure, HttpServletRequest request) {
        if (failure instanceof Refusal refusal) {
            return refused(refusal, request);
        }
        Optional<Refusal> misread = Misread.of(failure).or(() -> Unkept.refusal(failure, request));
        if (misread.isPresent()) {
            return refused(misread.get(), request);
        }
        if (failure instanceof NotFound) {
            return simple(HttpStatus.NOT_FOUND, "platform.error.notfound", request);
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return simple(status, key(status), request);
        }
        Optional<HttpStatus> unread = Unread.of(failure);
        if (unread.isPresent()) {
            return simple(unread.get(), key(unread.get()), request);
        }
        String trace = Trace.of(request);
        LOG.error("{} {} failed, trace {}", request.getMethod(), request.getRequestURI(), trace, failure);
        String detail = text(request, "platform.error.fault.detail", trace);
        return new Said(HttpStatus.INTERNAL_SERVER_ERROR, "platform.error.fault", detail, trace);
    }

    private static String key(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "platform.error.notfound";
            case CONTENT_TOO_LARGE -> "platform.error.large";
            default -> "platform.error.request";
        };
    }

    private Said refused(Refusal refusal, HttpServletRequest request) {
        String detail = text(request, refusal.key(), refusal.args());
        if (refusal.isParameter()) {
            return new Said(HttpStatus.BAD_REQUEST, "platform.error.parameter", detail, null);
        }
        return new Said(Forms.status(refusal), "platform.error.refused", detail, null);
    }

    private Said simple(HttpStatus status, String key, HttpServletRequest request) {
        return new Said(status, key, text(request, key + ".detail"), null);
    }

    private ModelAndView page(Said said, HttpServletResponse response) {
        response.setStatus(said.status().value());
        ModelAndView page = new ModelAndView("platform/error", said.status());
        page.addObject("title", said.key());
        page.addObject("detail", said.detail());
        return page;
    }

    private ResponseEntity<ProblemDetail> problem(Said said, HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(said.status(), said.detail());
        problem.setTitle(text(request, said.key()));
        problem.setType(URI.create(
                "urn:luodi:problem:" + said.key().substring(said.key().lastIndexOf('.') + 1)));
        if (said.trace() != null) {
            problem.setProperty("trace", said.trace());
        }
        return ResponseEntity.status(said.status())
                .contentType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private String text(HttpServletRequest request, String key, Object... args) {
        return messages.text(UiOfRequest.locale(request), key, args);
    }
}
