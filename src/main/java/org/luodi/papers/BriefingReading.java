package org.luodi.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.overview.Day;
import org.luodi.overview.Numbers;
import org.luodi.overview.Overview;
import org.luodi.platform.NotFound;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Reads a briefing: ready counters, short keyed lists, and the turns of the week; the same cost for a village and for a nation. */
@Component
class BriefingReading {

    private static final int SHOWN = 15;

    private final Overview overview;
    private final Matters matters;
    private final Units units;
    private final Ledger ledger;
    private final Clock clock;

    BriefingReading(Overview overview, Matters matters, Units units, Ledger ledger, Clock clock) {
        this.overview = overview;
        this.matters = matters;
        this.units = units;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whose briefing, of which week. */
    record Asked(UnitId unit, Line line, Week week) {}

    Briefing read(Asked asked, Scope scope) {
        LocalDate today = LocalDate.now(clock);
        Week week = asked.week();
        Numbers numbers = overview.numbers(asked.unit(), asked.line(), scope);
        int days = (int) ChronoUnit.DAYS.between(week.before().monday(), today) + 1;
        List<Day> trend = overview.trend(asked.unit(), asked.line(), scope, days);
        Briefing.Flow flow = flow(trend, week);
        List<Briefing.Turn> closed = turns(asked, List.of("closed"), flow.closed(), scope);
        List<Briefing.Turn> back = turns(asked, List.of("returned", "relapsed"), flow.reopened(), scope);
        List<Matters.Told> overdue = list(asked, "due", "overdue", scope);
        List<Matters.Told> waiting = list(asked, "waits", "true", scope);
        Stream<Matter> shown = Stream.of(
                        closed.stream().map(Briefing.Turn::told),
                        back.stream().map(Briefing.Turn::told),
                        overdue.stream(),
                        waiting.stream())
                .flatMap(s -> s)
                .map(Matters.Told::matter);
        return new Briefing(
                week,
                !week.sunday().isBefore(today),
                numbers,
                flow,
                flow(trend, week.before()),
                closed,
                back,
                overdue,
                waiting,
                units.names(shown.map(Matter::unit).distinct().toList()));
    }

    private static Briefing.Flow flow(List<Day> trend, Week week) {
        List<Day> days = trend.stream()
                .filter(d -> !d.day().isBefore(week.monday()) && !d.day().isAfter(week.sunday()))
                .toList();
        return new Briefing.Flow(
                days.stream().mapToLong(Day::raised).sum(),
                days.stream().mapToLong(Day::closed).sum(),
                days.stream().mapToLong(Day::reopened).sum());
    }

    /** The counters say how many there are: where there is none, the ledger is not asked. */
    private List<Briefing.Turn> turns(Asked asked, List<String> verbs, long count, Scope scope) {
        if (count == 0) {
            return List.of();
        }
        Week week = asked.week();
        Ledger.Turns wanted = new Ledger.Turns(
                verbs,
                asked.unit().value(),
                asked.line() == Line.INDUSTRY,
                week.monday().atStartOfDay(clock.getZone()).toInstant(),
                week.after().monday().atStartOfDay(clock.getZone()).toInstant());
        List<Briefing.Turn> turns = new ArrayList<>();
        for (Entry entry : ledger.turns(wanted, (int) Math.min(SHOWN, count))) {
            seen(entry, scope).ifPresent(told -> turns.add(new Briefing.Turn(told, entry.verb(), entry.at())));
        }
        return turns;
    }

    /** Somebody who sees the unit on one line only may not see all that counts for it on the other. */
    private Optional<Matters.Told> seen(Entry entry, Scope scope) {
        try {
            return Optional.of(matters.visible(new MatterId(entry.about().id()), scope));
        } catch (NotFound unseen) {
            return Optional.empty();
        }
    }

    private List<Matters.Told> list(Asked asked, String name, String value, Scope scope) {
        MatterFilter filter = MatterFilter.read(
                Map.of(
                        "unit",
                        Integer.toString(asked.unit().value()),
                        "line",
                        Line.Word.of(asked.line()).name(),
                        name,
                        value),
                asked.unit());
        return matters.list(filter, scope, null, SHOWN).rows();
    }
}
