package org.luodi.matters;

import java.util.List;

/**
 * A part of a matter's page that another module fills: rows of facts and ways to go on.
 *
 * @param id unique on the page, as in a fragment of a URL
 */
public record Panel(String id, Text title, List<Row> rows, List<Way> ways) {

    public Panel {
        rows = List.copyOf(rows);
        ways = List.copyOf(ways);
    }

    /** A text by its message key. */
    public record Text(String key, Object... args) {}

    /**
     * A fact.
     *
     * @param label what it is; null for none
     * @param words as they stand
     * @param href where it leads, or null
     * @param tone {@code good}, {@code bad}, {@code info} or null
     */
    public record Row(Text label, String words, String href, String tone) {}

    /** A link to go on by. */
    public record Way(String href, Text text) {}
}
