package org.luodi.relays;

import java.time.LocalDate;
import java.util.List;
import org.luodi.matters.DayRow;
import org.luodi.matters.DaySection;
import org.luodi.organisation.Scope;
import org.springframework.stereotype.Component;

/** Packages that wait to be accepted, in "my day". */
@Component
class RelayDay implements DaySection {

    private final Relays relays;

    RelayDay(Relays relays) {
        this.relays = relays;
    }

    @Override
    public String name() {
        return "relays";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String title() {
        return "relays.day";
    }

    @Override
    public String all(Scope scope) {
        return "/relays";
    }

    @Override
    public List<DayRow> rows(Scope scope, LocalDate today, int limit) {
        return relays.list(true, scope, null, limit).rows().stream()
                .filter(r -> relays.mayNotDecide(r, scope).isEmpty())
                .map(RelayDay::row)
                .toList();
    }

    private static DayRow row(Relay relay) {
        String href = "/relays/" + relay.id();
        return new DayRow(
                href,
                "#" + relay.id(),
                null,
                relay.giver().unit(),
                null,
                0,
                new DayRow.Note("info", "relays.day.items", relay.offered()),
                List.of(new DayRow.Way(href, "relays.day.look")));
    }
}
