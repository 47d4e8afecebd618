package org.luodi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;

/** A part of the addresses where a standard says what an error looks like. */
public interface ErrorForm {

    boolean covers(String path);

    /** The answer at an address: the status as everywhere else, and what is said to a person. */
    ResponseEntity<?> answer(HttpServletRequest request, String path, int status, String detail);

    /** The form of the addresses that a path is one of, if there is one. */
    static Optional<ErrorForm> of(Stream<ErrorForm> forms, String path) {
        return forms.filter(form -> form.covers(path)).findFirst();
    }
}
