package org.luodi.open311.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** In which form an answer is wanted. */
enum Format {
    XML("text/xml"),
    JSON("application/json");

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /** As the specification names it. */
    String type() {
        return type;
    }

    /** By the ending of the address; without one by what is accepted, and XML where that says nothing. */
    static Format of(HttpServletRequest request, String path) {
        String end = path.toLowerCase(Locale.ROOT);
        if (end.endsWith(".json") || end.endsWith(".xml")) {
            return end.endsWith(".json") ? JSON : XML;
        }
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("json") ? JSON : XML;
    }
}
