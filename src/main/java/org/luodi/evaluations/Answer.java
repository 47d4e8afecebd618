package org.luodi.evaluations;

/**
 * What somebody says, each question on its own (是否解决、是否满意、回复是否属实).
 *
 * @param fits whether the reply fits the facts
 * @param words in his own words, or null
 */
public record Answer(Boolean solved, Boolean satisfied, Boolean fits, String words) {

    boolean isNo() {
        return !solved || !satisfied;
    }
}
