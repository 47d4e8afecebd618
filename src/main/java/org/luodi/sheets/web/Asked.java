package org.luodi.sheets.web;

import org.luodi.platform.Refusal;
import org.luodi.sheets.Sheet.Outcome;

/** Which rows are asked for. */
record Asked(String outcome, String cursor, Integer limit) {

    Outcome only() {
        return outcome == null || outcome.isBlank()
                ? null
                : Outcome.of(outcome).orElseThrow(() -> Refusal.of("matters.refused.parameter", "outcome"));
    }

    int most() {
        return limit == null ? 50 : Math.max(1, Math.min(200, limit));
    }
}
