package org.luodi.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.luodi.platform.Refusal;
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
     * (409 for a conflict, 400 for a parameter), and the form is shown again.
     */
    public String answer(Model model, Supplier<String> work, Supplier<String> formAgain) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            response.setStatus(refusal.isConflict() ? 409 : refusal.isParameter() ? 400 : 422);
            model.addAttribute("refusal", refusal);
            return formAgain.get();
        }
    }
}
