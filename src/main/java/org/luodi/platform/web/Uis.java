package org.luodi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** The {@link Ui} of the running request, for a controller that needs words before the template does. */
@Component
public class Uis {

    private final UiOfRequest uis;
    private final HttpServletRequest request;

    Uis(UiOfRequest uis, HttpServletRequest request) {
        this.uis = uis;
        this.request = request;
    }

    public Ui now() {
        return uis.of(request);
    }
}
