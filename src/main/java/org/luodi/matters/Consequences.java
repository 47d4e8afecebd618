package org.luodi.matters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Placement;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Writes;
import org.springframework.stereotype.Component;

/** What a move leaves beside the matter's own row: acceptances, signatures, verdicts, looks after closing, and what follows at the root. */
@Component
class Consequences {

    private final ClosingStore closing;
    private final ProposalStore proposals;
    private final TaskStore tasks;
    private final Roots roots;
    private final Units units;
    private final List<Matter.Copies> copies;
    private final Clock clock;

    Consequences(
            ClosingStore closing,
            ProposalStore proposals,
            TaskStore tasks,
            Roots roots,
            Units units,
            List<Matter.Copies> copies,
            Clock clock) {
        this.closing = closing;
        this.proposals = proposals;
        this.tasks = tasks;
        this.copies = copies;
        this.roots = roots;
        this.units = units;
        this.clock = clock;
    }

    /** A move as it was made. */
    record Made(Matter old, Matter now, Command command, Standing standing) {}

    /** What goes to the database together with the move. */
    void along(Writes together, Matter now, Command command) {
        if (command.verb() == Verb.SETTLE) {
            roots.ask(together, now);
        }
    }

    /** Keeps it, in the move's transaction; the round is the one in which the move was made. */
    void keep(Made made, Acting acting) {
        switch (made.command().verb()) {
            case ACCEPT, REJECT -> closing.accept(made.old(), acceptance(made, acting));
            case SIGN -> closing.sign(made.old(), made.old().unit(), acting);
            case JUDGE, REWORK -> closing.judge(made.old(), made.command().verdict(), unit(made.old(), acting), acting);
            case EVALUATE, SEND_BACK -> closing.judge(made.old(), made.command().verdict(), null, acting);
            case PROPOSE_EXCLUSION -> proposals.proposeExclusion(made.now(), acting);
            case CHECK -> looked(made.old(), false, acting);
            case RELAPSE -> {
                looked(made.old(), true, acting);
                roots.stillThere(made.now(), made.command().note(), acting);
            }
            default -> {}
        }
        if (made.now().stage() == Stage.RETURNED) {
            roots.stillThere(made.now(), made.command().note(), acting);
        }
        answered(made, acting);
        movedUp(made);
        if (made.command().verb() == Verb.MERGE
                || !made.now().unit().equals(made.old().unit())) {
            copies.forEach(c -> c.follow(List.of(made.now())));
        }
    }

    /** What was proposed has been answered: by a second person, or by another move. */
    private void answered(Made made, Acting acting) {
        if (made.old().traits().proposer() == null || made.now().traits().proposer() != null) {
            return;
        }
        if (made.old().stage().isOpen()) {
            proposals.endExclusion(made.now(), acting.at());
        } else {
            proposals.end(made.now().id(), acting.at(), null);
        }
    }

    private static Acceptance acceptance(Made made, Acting acting) {
        Command command = made.command();
        boolean accepted = command.verb() == Verb.ACCEPT;
        UnitId unit = made.standing().accepting().stream()
                .filter(a -> a.level().equals(command.level()))
                .map(Standing.Accepting::unit)
                .findFirst()
                .orElseThrow();
        return new Acceptance(
                command.level(),
                made.old().reopened(),
                accepted,
                unit,
                acting.scope().actor().id(),
                acting.at(),
                accepted ? null : command.note());
    }

    /** The unit for which the person acts above the one that answers. */
    private static UnitId unit(Matter matter, Acting acting) {
        return acting.scope().at(matter.at()).stream()
                .map(Grant::unit)
                .filter(u -> !u.equals(matter.unit()))
                .findFirst()
                .orElse(matter.unit());
    }

    private void looked(Matter old, boolean found, Acting acting) {
        LocalDate day = acting.day(clock);
        LocalDate due = old.nextCheck() == null ? day : old.nextCheck();
        closing.check(old, new ClosingStore.Look(due, day, found), acting);
    }

    /** Where it rose a level, the unit where it shows goes on seeing it. */
    private void movedUp(Made made) {
        Matter now = made.now();
        if (now.traits().symptom() != null && made.old().traits().symptom() == null) {
            Placement symptom = units.place(now.symptom());
            tasks.join(now.id(), symptom, "symptom");
        }
    }
}
