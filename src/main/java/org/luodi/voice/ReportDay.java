package org.luodi.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.luodi.matters.DayRow;
import org.luodi.matters.DaySection;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.voice.ReportMoves.Who;
import org.springframework.stereotype.Component;

/** What of reports belongs to a day: those that wait for an answer of the person's own unit. */
@Component
class ReportDay implements DaySection {

    private final ReportListStore store;

    ReportDay(ReportListStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public int order() {
        return 33;
    }

    @Override
    public String title() {
        return "voice.day";
    }

    @Override
    public String all(Scope scope) {
        return "/voice/desk?own=true";
    }

    @Override
    public List<DayRow> rows(Scope scope, LocalDate today, int limit) {
        Integer[] units = scope.grants().stream()
                .filter(g -> Who.DESK.roles().contains(g.role()))
                .map(Grant::unit)
                .map(UnitId::value)
                .distinct()
                .toArray(Integer[]::new);
        return units.length == 0
                ? List.of()
                : store.waitingFor(units, limit).stream().map(ReportDay::row).toList();
    }

    private static DayRow row(ReportRow row) {
        Report report = row.report();
        String here = "/voice/desk/" + report.id().value();
        DayRow.Note note = row.metoo() == 0
                ? new DayRow.Note("", "voice.day." + report.stage().word())
                : new DayRow.Note("info", "voice.desk.metoo", row.metoo());
        return new DayRow(
                here,
                row.excerpt(),
                report.code(),
                report.place(),
                report.due(),
                0,
                note,
                verbs(report)
                        .map(v -> new DayRow.Way(here + "/" + v.noun(), "voice.verb." + v.word()))
                        .toList());
    }

    private static Stream<Verb> verbs(Report report) {
        return switch (report.stage()) {
            case CHECKING -> Stream.of(Verb.RELEASE);
            case DISPUTED -> Stream.of(Verb.DECIDE);
            case PASSED_ON -> Stream.of(Verb.TAKE, Verb.JOIN, Verb.HAND_BACK_AGAIN);
            default ->
                report.bound() ? Stream.of(Verb.TAKE, Verb.JOIN) : Stream.of(Verb.TAKE, Verb.JOIN, Verb.HAND_BACK);
        };
    }
}
