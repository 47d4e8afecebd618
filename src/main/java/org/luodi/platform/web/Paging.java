package org.luodi.platform.web;

import org.luodi.platform.Parameter;

/** Which page of a list, as every list of the API takes it; absent values mean the first page of fifty rows. */
public record Paging(String cursor, Integer limit) {

    private static final int ROWS = 50;
    private static final int MOST = 200;

    /** How many rows at most. */
    public int rows() {
        return limit == null ? ROWS : Parameter.within("limit", limit, 1, MOST);
    }
}
