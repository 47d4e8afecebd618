package org.luodi.evaluations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterId;
import org.luodi.matters.Stage;
import org.luodi.organisation.Placement;
import org.luodi.organisation.UnitId;
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

    static final int BATCH = 2000;

    private static final Comparator<MatterId> BY_NUMBER = Comparator.comparing(MatterId::value);
    private static final Set<String> SETTLED = Set.of(Stage.SETTLED.word(), Stage.CONFIRMED.word());

    private static final Set<String> BACK = Set.of(Stage.RETURNED.word(), Stage.RELAPSED.word());

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
    record Around(Inviting inviting, ProgressStore progress, Units units, Programmes programmes) {}

    /** Reads one batch; returns how many entries it held. */
    @Transactional
    public int step() {
        Place from = around.progress().lockProgress();
        List<Entry> entries = ledger.after(from, BATCH);
        Set<MatterId> settled = new HashSet<>();
        entries.stream().filter(e -> e.about().kind().equals("matter")).forEach(e -> read(e, settled));
        open(settled);
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
        boolean before = SETTLED.contains(entry.body().path("from").asString(""));
        if (SETTLED.contains(to) && !before) {
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

    /** Most matters of a ledger that is brought in with its past have nobody to ask: they cost three statements a batch. */
    private void open(Set<MatterId> settled) {
        if (settled.isEmpty() || !around.programmes().current().evaluation()) {
            return;
        }
        List<Matter> standing = matters.all(settled).values().stream()
                .filter(AskingFollower::stands)
                .toList();
        List<MatterId> asked = around.inviting().withAnybody(standing).stream()
                .map(Matter::id)
                .sorted(BY_NUMBER)
                .toList();
        openAll(asked);
    }

    /** Opens what stands and has not been asked about yet. */
    void openAll(List<MatterId> ids) {
        openAll(ids, LocalDate.now(clock));
    }

    /** The same as on a stated day. */
    void openAll(List<MatterId> ids, LocalDate day) {
        matters.hold(ids);
        List<Matter> held = matters.all(ids).values().stream()
                .filter(AskingFollower::stands)
                .toList();
        Set<MatterId> done = askings.store().asked(held);
        List<Matter> open = held.stream().filter(m -> !done.contains(m.id())).toList();
        if (!open.isEmpty()) {
            open(open, day);
        }
    }

    private void open(List<Matter> open, LocalDate day) {
        Programme programme = around.programmes().current();
        Inviting.Terms terms = new Inviting.Terms(programme.asking(), day);
        Map<MatterId, Inviting.Asked> asked = around.inviting().people(open, terms);
        Map<UnitId, Placement> places =
                around.units().places(open.stream().map(Matter::unit).toList());
        Iterator<Long> ids = askings.store().nextIds(open.size()).iterator();
        List<AskingStore.Opened> opened = new ArrayList<>();
        for (Matter matter : open) {
            Inviting.Asked whom = asked.get(matter.id());
            if (!whom.people().isEmpty()) {
                Asking asking = asking(ids.next(), matter, terms, whom.people().size());
                opened.add(new AskingStore.Opened(asking, places.get(matter.unit()), programme.version(), whom));
            }
        }
        askings.open(opened);
    }

    private static Asking asking(long id, Matter matter, Inviting.Terms terms, int invited) {
        LocalDate ends = terms.today().plusDays(terms.asking().windowDays());
        return new Asking(
                id,
                matter.id(),
                matter.reopened(),
                matter.unit(),
                matter.at(),
                terms.today(),
                ends,
                invited,
                0,
                null,
                null);
    }

    private static boolean stands(Matter matter) {
        return SETTLED.contains(matter.stage().word());
    }
}
