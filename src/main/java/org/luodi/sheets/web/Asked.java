package org.luodi.sheets.web;

import org.luodi.platform.Parameter;
import org.luodi.platform.web.Paging;
import org.luodi.sheets.Sheet.Outcome;

/** Which rows are asked for. */
record Asked(String outcome, String cursor, Integer limit) {

    Outcome only() {
        return outcome == null || outcome.isBlank()
                ? null
                : Outcome.of(outcome).orElseThrow(() -> Parameter.notOneOf("outcome", outcome, Outcome.words()));
    }

    int most() {
        return new Paging(cursor, limit).rows();
    }
}
