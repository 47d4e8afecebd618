package org.luodi.evaluations.web;

import java.time.LocalDate;
import java.util.List;
import org.luodi.evaluations.Result;

/** What came of an asking, as the API shows it. */
record ResultJson(
        long id,
        long matter,
        int round,
        int unit,
        LocalDate openedOn,
        LocalDate endsOn,
        String outcome,
        List<Result.Group> groups) {

    static ResultJson of(Result result) {
        return new ResultJson(
                result.id(),
                result.matter().value(),
                result.round(),
                result.unit().value(),
                result.openedOn(),
                result.endsOn(),
                result.outcome().word(),
                result.groups());
    }
}
