package org.luodi.overview;

import java.util.List;

/** The columns of a tally row, in order: one for each stage, then "reopened". */
final class Counts {

    static final List<String> COLUMNS = List.of(
            "raised",
            "placed",
            "acting",
            "settled",
            "confirmed",
            "closed",
            "returned",
            "excluded",
            "merged",
            "relapsed",
            "reopened");
    static final int SIZE = COLUMNS.size();
    static final int REOPENED = SIZE - 1;

    private Counts() {}

    static int column(String stage) {
        int column = COLUMNS.indexOf(stage);
        if (column < 0 || column == REOPENED) {
            throw new IllegalArgumentException("no stage " + stage);
        }
        return column;
    }
}
