package org.luodi.papers.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luodi.matters.Matters;
import org.luodi.organisation.Line;
import org.luodi.overview.Measures;
import org.luodi.papers.Briefing;

/** A briefing as the API shows it; numbers by the names of the measures. */
record BriefingJson(
        int unit,
        String unitName,
        String line,
        String week,
        LocalDate from,
        LocalDate to,
        Happened happened,
        Happened weekBefore,
        Map<String, Long> now,
        OffsetDateTime asOf,
        List<Row> closed,
        List<Row> back,
        List<Row> overdue,
        List<Row> waiting) {

    /** How often something happened in the week. */
    record Happened(long raised, long closed, long reopened) {

        static Happened of(Briefing.Flow flow) {
            return new Happened(flow.raised(), flow.closed(), flow.reopened());
        }
    }

    /** A matter; {@code verb} and {@code at} where it turned in the week. */
    record Row(long id, String number, String title, int unit, LocalDate due, String verb, OffsetDateTime at) {

        private static Row of(Matters.Told told, Briefing.Turn turn) {
            var matter = told.matter();
            return new Row(
                    matter.id().value(),
                    matter.number(),
                    told.detail().title(),
                    matter.unit().value(),
                    matter.due(),
                    turn == null ? null : turn.verb(),
                    turn == null ? null : turn.at().atOffset(ZoneOffset.UTC));
        }
    }

    static BriefingJson of(Briefing b) {
        Map<String, Long> now = new LinkedHashMap<>();
        Measures.ALL.forEach(
                m -> now.put(m.name(), m.value().applyAsLong(b.numbers().all())));
        return new BriefingJson(
                b.numbers().unit().id().value(),
                b.numbers().unit().name(),
                Line.Word.of(b.numbers().line()).name(),
                b.week().word(),
                b.week().monday(),
                b.week().sunday(),
                Happened.of(b.flow()),
                Happened.of(b.before()),
                now,
                b.numbers().asOf().atOffset(ZoneOffset.UTC),
                b.closed().stream().map(t -> Row.of(t.told(), t)).toList(),
                b.back().stream().map(t -> Row.of(t.told(), t)).toList(),
                b.overdue().stream().map(t -> Row.of(t, null)).toList(),
                b.waiting().stream().map(t -> Row.of(t, null)).toList());
    }
}
