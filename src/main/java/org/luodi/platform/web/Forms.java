package org.luodi.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.luodi.platform.Refusal;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Answers a form: does the work, or shows the form again with the reason and with all that was typed. */
@Component
public class Forms {

    private final HttpServletResponse response;

    Forms(HttpServletResponse response) {
        this.response = response;
    }

    /**
     * Does the work and goes where it says; a refusal is put into the model as {@code refusal}, the status becomes 422
     * (409 for a conflict, 400 for a parameter, 429 for too often), and the form is shown again.
     */
    public String answer(Model model, Supplier<String> work, Supplier<String> formAgain) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            return again(refusal, model, formAgain);
        } catch (DataAccessException failure) {
            String key = Unkept.of(failure).orElseThrow(() -> failure);
            return again(Refusal.of(key), model, formAgain);
        }
    }

    private String again(Refusal refusal, Model model, Supplier<String> formAgain) {
        response.setStatus(status(refusal).value());
        if (refusal.isLater()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.seconds()));
        }
        model.addAttribute("refusal", refusal);
        return formAgain.get();
    }

    static HttpStatus status(Refusal refusal) {
        if (refusal.isConflict()) {
            return HttpStatus.CONFLICT;
        }
        if (refusal.isLater()) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        return refusal.isParameter() ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
