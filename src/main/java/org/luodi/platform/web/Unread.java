package org.luodi.platform.web;

import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;

/** Tells a request that nobody could read, or that is too large, from a fault of ours. */
final class Unread {

    private Unread() {}

    /** With which status it is answered, if that is what happened. */
    static Optional<HttpStatus> of(Exception failure) {
        if (failure instanceof InvalidParameterException invalid) {
            boolean large = invalid.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value();
            return Optional.of(large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST);
        }
        boolean unread =
                failure instanceof RequestRejectedException || failure instanceof HttpMessageNotReadableException;
        return unread ? Optional.of(HttpStatus.BAD_REQUEST) : Optional.empty();
    }
}
