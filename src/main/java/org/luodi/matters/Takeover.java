package org.luodi.matters;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Writes;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes over matters with all their past, many in one transaction: each earlier move becomes the entry it would have made. */
@Component
public class Takeover {

    private final MatterStore store;
    private final DetailStore details;
    private final TaskStore tasks;
    private final Units units;
    private final Ledger ledger;
    private final Clock clock;

    Takeover(Matters.Stores stores, Units units, Ledger ledger, Clock clock) {
        this.store = stores.matters();
        this.details = stores.details();
        this.tasks = stores.tasks();
        this.units = units;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A matter that was raised then, by somebody, and moved since. */
    public record Past(NewMatter matter, Instant raised, Scope by, List<Moment> moves, List<Task> tasks) {}

    /** A move that was made then. */
    public record Moment(Command command, Instant at, Scope by) {}

    /** Takes them over in the order given, and returns their numbers; the moves must be allowed by the moves file. */
    @Transactional
    public List<MatterId> take(List<Past> pasts) {
        Map<UnitId, Placement> places =
                units.places(pasts.stream().map(p -> p.matter().unit()).toList());
        List<Long> ids = store.nextIds(pasts.size());
        List<Matter> rows = new ArrayList<>();
        List<DetailStore.Words> words = new ArrayList<>();
        List<Change> entries = new ArrayList<>();
        for (int i = 0; i < pasts.size(); i++) {
            Past past = pasts.get(i);
            Placement place = places.get(past.matter().unit());
            Lived lived = live(new MatterId(ids.get(i)), past, place);
            rows.add(lived.matter());
            words.add(new DetailStore.Words(lived.matter().id(), lived.detail()));
            entries.addAll(lived.entries());
        }
        store.insert(rows);
        details.write(words);
        for (int i = 0; i < pasts.size(); i++) {
            keep(rows.get(i), pasts.get(i));
        }
        ledger.append(entries);
        return rows.stream().map(Matter::id).toList();
    }

    private record Lived(Matter matter, Detail detail, List<Change> entries) {}

    private Lived live(MatterId id, Past past, Placement place) {
        Acting raising = new Acting(past.by(), past.raised());
        Matter now = Raising.row(id, past.matter(), place, new Raising.When(raising, clock.getZone()));
        Detail detail = past.matter().detail();
        List<Change> entries = new ArrayList<>();
        entries.add(raising.past(Verb.RAISE, null, now, place));
        for (Moment moment : past.moves()) {
            Acting acting = new Acting(moment.by(), moment.at());
            Matter next = MatterRules.moved(moment.command(), now, place, acting);
            entries.add(acting.past(moment.command().verb(), now, next, place));
            detail = detail.after(moment.command(), next, clock.getZone());
            now = next;
        }
        return new Lived(now, detail, entries);
    }

    private void keep(Matter matter, Past past) {
        past.tasks().forEach(task -> tasks.add(matter.id(), task));
        int version = 1;
        for (Moment moment : past.moves()) {
            version++;
            if (moment.command().note() != null) {
                store.send(details.note(
                        new Writes(), matter.id(), version, moment.command().note()));
            }
        }
    }
}
