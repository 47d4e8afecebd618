package org.luodi.days;

import java.time.Instant;

/**
 * Something sent to a webhook, or to be sent.
 *
 * @param what {@code kind.verb}
 * @param state waiting, done or dead
 * @param status what the other side answered last, or null
 * @param failure why there was no answer, or null
 */
public record Delivery(
        long id,
        long webhook,
        String what,
        String body,
        Instant createdAt,
        String state,
        int attempts,
        Integer status,
        String failure,
        Instant triedAt) {}
