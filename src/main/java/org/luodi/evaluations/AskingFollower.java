package org.luodi.evaluations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterId;
import org.luodi.matters.Stage;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Units;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Place;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the ledger: a matter that is said to be settled opens an asking, one that comes back by another way ends it. A batch a
 * transaction, together with the place it has come to.
 */
@Component
class AskingFollower {

    static final int BATCH = 500;

    private static final Set<String> SETTLED = Set.of(Stage.SETTLED.word(), Stage.CONFIRMED.word());

    private final Ledger ledger;
    private final Askings askings;
    private final MatterBatches matters;
    private final Around around;
    private final Clock clock;

    AskingFollower(Ledger ledger, Askings askings, MatterBatches matters, Around around, Clock clock) {
        this.ledger = ledger;
        this.askings = askings;
        this.matters = matters;
        this.around = around;
        this.clock = clock;
    }

    /** Where a matter stands, and by what terms it is asked about. */
    @Component("askingAround")
    record Around(Inviting inviting, Units units, Programmes programmes) {}

    /** Reads one batch; returns how many entries it held. */
    @Transactional
    public int step() {
        Place from = askings.store().lockProgress();
        List<Entry> entries = ledger.after(from, BATCH);
        entries.forEach(this::read);
        if (!entries.isEmpty()) {
            askings.store().progress(entries.get(entries.size() - 1).place());
        }
        return entries.size();
    }

    private void read(Entry entry) {
        if (!entry.about().kind().equals("matter")) {
            return;
        }
        boolean now = SETTLED.contains(entry.body().path("to").asString(""));
        boolean before = SETTLED.contains(entry.body().path("from").asString(""));
        MatterId matter = new MatterId(entry.about().id());
        if (now && !before) {
            open(matter, entry.body().path("reopened").asInt());
        } else if (before && !now) {
            overtake(matter);
        }
    }

    private void open(MatterId id, int round) {
        if (!around.programmes().current().evaluation()) {
            return;
        }
        matters.hold(List.of(id));
        Matter matter = matters.all(List.of(id)).get(id);
        if (matter.reopened() == round && SETTLED.contains(matter.stage().word())) {
            open(matter);
        }
    }

    private void open(Matter matter) {
        Programme programme = around.programmes().current();
        LocalDate today = LocalDate.now(clock);
        Inviting.Asked asked = around.inviting().people(matter, programme.asking(), today);
        Placement place = around.units().place(matter.unit());
        Asking asking = new Asking(
                0,
                matter.id(),
                matter.reopened(),
                matter.unit(),
                place.at(),
                today,
                today.plusDays(programme.asking().windowDays()),
                asked.people().size(),
                0,
                null,
                null);
        askings.open(new AskingStore.Opened(asking, place, programme.version(), asked.draw()), asked.people());
    }

    private void overtake(MatterId matter) {
        askings.store().of(matter).stream()
                .filter(Asking::isOpen)
                .forEach(a -> askings.end(a, Outcome.OVERTAKEN, LocalDate.now(clock)));
    }
}
