package org.luodi.platform.identity;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A personal access token, without its secret.
 *
 * @param usedOn the last day it was used, or null
 */
public record Token(long id, String name, Instant createdAt, LocalDate usedOn) {}
