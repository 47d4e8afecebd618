package org.luodi.promises;

import java.time.LocalDate;
import java.util.List;
import org.luodi.matters.DayRow;
import org.luodi.matters.DaySection;
import org.luodi.organisation.Scope;
import org.springframework.stereotype.Component;

/** Publications that wait for a second person, in "my day". */
@Component
class PromiseDay implements DaySection {

    private final Promises promises;

    PromiseDay(Promises promises) {
        this.promises = promises;
    }

    @Override
    public String name() {
        return "promises";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String title() {
        return "promises.day";
    }

    @Override
    public String all(Scope scope) {
        return "/promises/desk";
    }

    @Override
    public List<DayRow> rows(Scope scope, LocalDate today, int limit) {
        return promises.toRelease(scope, limit).stream().map(PromiseDay::row).toList();
    }

    private static DayRow row(Promise promise) {
        String href = "/promises/desk/" + promise.id();
        return new DayRow(
                href,
                promise.title(),
                null,
                promise.unit(),
                null,
                0,
                new DayRow.Note(
                        "info", "promises.day.proposed", promise.proposed().at()),
                List.of(new DayRow.Way(href, "promises.day.look")));
    }
}
