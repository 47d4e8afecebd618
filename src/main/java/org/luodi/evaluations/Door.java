package org.luodi.evaluations;

import java.time.LocalDate;

/**
 * What a link alone shows: nothing of the matter, and nothing of the person.
 *
 * @param open whether an answer is still taken
 * @param answered whether this one has answered
 */
public record Door(String link, boolean open, boolean answered, LocalDate endsOn) {}
