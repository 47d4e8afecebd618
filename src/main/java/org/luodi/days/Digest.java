package org.luodi.days;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That an account is told once a day by mail what waits.
 *
 * @param hour from which on it is sent, 8 to 19
 * @param language {@code zh} or {@code en}
 * @param doneOn the last day that was told
 * @param attempts how often it failed since
 * @param tryAfter when it is tried again, or null
 * @param failure what the mail server said, or null
 */
public record Digest(
        long account,
        String address,
        int hour,
        String language,
        LocalDate doneOn,
        int attempts,
        Instant tryAfter,
        String failure) {}
