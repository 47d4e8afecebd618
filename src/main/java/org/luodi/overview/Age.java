package org.luodi.overview;

/**
 * Open matters by the days since they were raised.
 *
 * @param from days, included
 * @param to days, excluded; null for no bound
 */
public record Age(int from, Integer to, long open) {

    /** As the list of matters takes it: {@code 30-90}, {@code 365-}. */
    public String filter() {
        return from + "-" + (to == null ? "" : to);
    }
}
