package org.luodi.platform;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list paged by key: the rows, and the key to ask for the next page with (null at the end).
 *
 * @param rows at most as many as were asked for
 * @param next opaque cursor of the next page, or null
 */
public record Slice<T>(List<T> rows, String next) {

    /** Makes a page from one row more than the page holds: the extra row only proves that there is more. */
    public static <T> Slice<T> of(List<T> rowsPlusOne, int limit, Function<T, String> key) {
        if (rowsPlusOne.size() <= limit) {
            return new Slice<>(List.copyOf(rowsPlusOne), null);
        }
        List<T> rows = List.copyOf(rowsPlusOne.subList(0, limit));
        return new Slice<>(rows, key.apply(rows.get(limit - 1)));
    }
}
