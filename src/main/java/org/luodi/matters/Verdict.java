package org.luodi.matters;

import java.time.LocalDate;

/**
 * What those affected said, each question on its own (是否解决、是否满意、回复是否属实).
 *
 * @param satisfied null where they were not asked or did not say
 * @param fits whether the reply fits the facts; null likewise
 * @param way {@code paper} or {@code phone}: it was taken down by an office, and is marked so
 */
public record Verdict(boolean solved, Boolean satisfied, Boolean fits, String way, LocalDate receivedOn) {}
