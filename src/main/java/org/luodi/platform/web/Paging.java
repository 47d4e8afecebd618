package org.luodi.platform.web;

import org.luodi.platform.Refusal;

/** Which page of a list, as every list of the API takes it; absent values mean the first page of fifty rows. */
public record Paging(String cursor, Integer limit) {

    private static final int ROWS = 50;
    private static final int MOST = 200;

    /** How many rows at most. */
    public int rows() {
        int rows = limit == null ? ROWS : limit;
        if (rows < 1 || rows > MOST) {
            throw Refusal.of("platform.limit", MOST);
        }
        return rows;
    }
}
