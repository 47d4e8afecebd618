package org.luodi.evaluations;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import org.luodi.programme.Programme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens askings in the caller's transaction: many at once, and one by one where that breaks off, so that a matter about which nobody
 * can be asked holds up no other. Such a one is tried again later.
 */
@Component
class AskingOpening {

    static final Set<String> SETTLED = Set.of(Stage.SETTLED.word(), Stage.CONFIRMED.word());

    private static final Logger LOG = LoggerFactory.getLogger(AskingOpening.class);
    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final Comparator<Matter> BY_NUMBER = Comparator.comparing(m -> m.id().value());

    /** So many people of circles are held at once, beyond those of one matter. */
    private static final long PEOPLE = 10_000;

    private final Askings askings;
    private final MatterBatches matters;
    private final AskingFollower.Around around;
    private final TransactionTemplate savepoint;
    private final Clock clock;

    AskingOpening(
            Askings askings,
            MatterBatches matters,
            AskingFollower.Around around,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.askings = askings;
        this.matters = matters;
        this.around = around;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /** Most matters of a ledger that is brought in with its past have nobody to ask: they cost three statements a batch. */
    void openSettled(Collection<MatterId> settled) {
        if (settled.isEmpty() || !around.programmes().current().evaluation()) {
            return;
        }
        List<Matter> standing = matters.all(settled).values().stream()
                .filter(AskingOpening::stands)
                .toList();
        List<Matter> asked = around.inviting().withAnybody(standing).stream()
                .sorted(BY_NUMBER)
                .toList();
        around.inviting().portions(asked, PEOPLE).forEach(this::apart);
    }

    /** What breaks off is undone to where it began, and the rest goes on. */
    private void apart(List<MatterId> ids) {
        try {
            savepoint.executeWithoutResult(status -> open(ids, LocalDate.now(clock)));
        } catch (RuntimeException e) {
            if (ids.size() > 1) {
                LOG.warn("{} askings could not open together and are opened one by one", ids.size(), e);
                ids.forEach(id -> apart(List.of(id)));
            } else {
                LOG.error(
                        "the asking about matter {} could not open and is tried again",
                        ids.get(0).value(),
                        e);
                around.progress().later(ids.get(0), clock.instant().plus(AGAIN));
            }
        }
    }

    /** Opens what stands and has not been asked about yet, as on a stated day. */
    void open(List<MatterId> ids, LocalDate day) {
        around.units().hold();
        matters.hold(ids);
        List<Matter> held =
                matters.all(ids).values().stream().filter(AskingOpening::stands).toList();
        Set<MatterId> done = askings.store().asked(held);
        List<Matter> open = held.stream().filter(m -> !done.contains(m.id())).toList();
        if (!open.isEmpty()) {
            write(open, day);
        }
    }

    private void write(List<Matter> open, LocalDate day) {
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
