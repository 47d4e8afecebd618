package org.luodi.open311;

import java.time.Instant;
import java.util.List;

/**
 * Which requests are asked for.
 *
 * @param categories empty for all; 0 means those without one
 * @param closed null for all
 * @param from and {@code until}: both belong to it
 * @param skip how many are passed over
 */
public record Asked(List<Integer> categories, Boolean closed, Instant from, Instant until, int skip, int limit) {}
