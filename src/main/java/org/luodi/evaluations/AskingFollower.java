package org.luodi.evaluations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.luodi.matters.MatterId;
import org.luodi.matters.Stage;
import org.luodi.organisation.Units;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Place;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the ledger: a matter that is said to be settled opens an asking, one that comes back by another way ends it. A batch a
 * transaction, together with the place it has come to.
 */
@Component
class AskingFollower {

    static final int BATCH = 2000;

    private static final Set<String> BACK = Set.of(Stage.RETURNED.word(), Stage.RELAPSED.word());

    private final Ledger ledger;
    private final Askings askings;
    private final AskingOpening opening;
    private final Around around;
    private final Clock clock;

    AskingFollower(Ledger ledger, Askings askings, AskingOpening opening, Around around, Clock clock) {
        this.ledger = ledger;
        this.askings = askings;
        this.opening = opening;
        this.around = around;
        this.clock = clock;
    }

    /** Where a matter stands, and by what terms it is asked about. */
    @Component("askingAround")
    record Around(Inviting inviting, ProgressStore progress, Units units, Programmes programmes) {}

    /** Reads one batch; returns how many entries it held. The tree is held before any row that follows it. */
    @Transactional
    public int step() {
        Place from = around.progress().lockProgress();
        List<Entry> entries = ledger.after(from, BATCH);
        Set<MatterId> settled = new HashSet<>(around.progress().dueAgain(clock.instant()));
        if (entries.isEmpty() && settled.isEmpty()) {
            return 0;
        }
        around.units().hold();
        entries.stream().filter(e -> e.about().kind().equals("matter")).forEach(e -> read(e, settled));
        opening.openSettled(settled);
        if (!entries.isEmpty()) {
            Entry last = entries.get(entries.size() - 1);
            around.progress().progress(last.place(), last.at());
        }
        return entries.size();
    }

    /** What came back is looked after at once; what settled is gathered, and stands as it is now when the batch ends. */
    private void read(Entry entry, Set<MatterId> settled) {
        MatterId matter = new MatterId(entry.about().id());
        String to = entry.body().path("to").asString("");
        boolean before =
                AskingOpening.SETTLED.contains(entry.body().path("from").asString(""));
        if (AskingOpening.SETTLED.contains(to) && !before) {
            settled.add(matter);
        }
        if (BACK.contains(to) && entry.body().path("was").has("reopened")) {
            int round = entry.body().path("was").path("reopened").asInt();
            askings.store().of(matter, round).ifPresent(this::cameBack);
        }
    }

    /** It came back in a round in which those affected were being asked, or had said yes. */
    private void cameBack(Asking asking) {
        LocalDate today = LocalDate.now(clock);
        if (asking.isOpen()) {
            askings.end(askings.store().hold(asking.id()), Outcome.OVERTAKEN, today);
        } else if (asking.outcome() == Outcome.KEPT) {
            askings.relapsed(asking, today);
        }
    }
}
