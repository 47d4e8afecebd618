package org.luodi.matters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.organisation.Line;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.Writes;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;

/** Makes moves: a rule allows, then state, words and ledger entry change together, inside the caller's transaction. */
@Component
class Moving {

    private final MatterStore store;
    private final DetailStore details;
    private final TaskStore tasks;
    private final Around around;
    private final Ledger ledger;
    private final Clock clock;

    Moving(Matters.Stores stores, Around around, Ledger ledger, Clock clock) {
        this.store = stores.matters();
        this.details = stores.details();
        this.tasks = stores.tasks();
        this.around = around;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What a move asks beyond the matter. */
    @Component
    record Around(
            Units units,
            Answerable answerable,
            Accounts accounts,
            Programmes programmes,
            Gathering gathering,
            ProposalStore proposals,
            Consequences consequences) {}

    Matter move(Matters.Told told, Command command, Acting acting) {
        return switch (command.verb()) {
            case CORRECT -> correct(told, command, acting);
            case PROPOSE_CORRECTION -> throw Refusal.of("matters.refused.need.change");
            default -> move(told, command, acting, Map.of());
        };
    }

    /** Makes the correction that waits for a second person. */
    private Matter correct(Matters.Told told, Command command, Acting acting) {
        List<Corrections.Part> parts = around.proposals().waiting(told.matter());
        Matter now = amend(told, command, Corrections.amendment(told, parts), acting);
        around.proposals().end(now.id(), now.changedAt(), now.version());
        return now;
    }

    /** The same with more for the entry: codes and digests. */
    Matter move(Matters.Told told, Command command, Acting acting, Map<String, Object> more) {
        Matter old = told.matter();
        fresh(old, command.version());
        hold(old, command);
        MatterRules.Facts facts = facts(told, command.verb(), acting);
        MatterMoves.Move move = MatterRules.decide(old, facts, command);
        allow(old, command, acting);
        Placement placement = around.answerable().after(old, move, command, acting.scope());
        Matter now = checked(MatterRules.moved(command, old, placement, acting), told, command.verb(), acting);
        Writes together = store.update(new Writes(), old, now);
        details.update(together, now.id(), told.detail(), told.detail().after(command, now, clock.getZone()));
        note(together, now, command);
        ledger.append(with(more, acting.entry(command.verb(), old, now, placement)), together);
        around.consequences().along(together, now, command);
        write(together, old);
        around.consequences().keep(new Consequences.Made(old, now, command, facts.standing()), acting);
        return now;
    }

    /** What could slip away, and what it is to end in, is held before anything is looked at: what has come to hang on it is seen. */
    private void hold(Matter old, Command command) {
        boolean may =
                !old.waits() && MatterMoves.find(old.stage(), command.verb()).isPresent();
        if (may && around.gathering().slips(command.verb())) {
            store.holdAll(Stream.of(old.id(), command.other())
                    .filter(Objects::nonNull)
                    .toList());
        }
    }

    /** What only other tables or other modules can tell. */
    private void allow(Matter old, Command command, Acting acting) {
        around.gathering().hindered(old, command.verb()).ifPresent(refusal -> {
            throw refusal;
        });
        if (command.verb() == Verb.MERGE) {
            mergeable(command.other(), acting);
        }
        if (command.verb() == Verb.JOIN_DRIVE && command.number() != null) {
            around.programmes()
                    .current()
                    .drive(command.number())
                    .orElseThrow(() -> Refusal.of("programme.refused.drive", command.number()));
        }
    }

    /** The same with the day of its next look, where closing or a look sets one, and where it shows once it is back. */
    private Matter checked(Matter now, Matters.Told told, Verb verb, Acting acting) {
        if (verb == Verb.RELAPSE) {
            return around.answerable().shown(now);
        }
        if (verb != Verb.CLOSE && verb != Verb.CHECK) {
            return now;
        }
        LocalDate today = acting.day(clock);
        LocalDate written = told.detail().closedOn();
        LocalDate closed = verb == Verb.CLOSE || written == null ? today : written;
        LocalDate next = MatterRules.nextCheck(closed, today, around.gathering().checks());
        return Revision.of(now).traits(now.traits().checkedOn(next)).same();
    }

    Matter amend(Matters.Told told, Command command, Amendment amendment, Acting acting) {
        Matter old = told.matter();
        fresh(old, command.version());
        MatterRules.decide(old, facts(told, command.verb(), acting), command);
        around.programmes().current().check(amendment.category(), amendment.source(), old.batch());
        Matter now = MatterRules.amended(old, amendment, acting);
        Raising.check(amendment.detail(), now.raisedOn(), now.due());
        if (command.verb() == Verb.AMEND) {
            Raising.notLater(now.raisedOn(), acting.day(clock));
        }
        Placement placement = around.answerable().same(old);
        Writes together = store.update(new Writes(), old, now);
        details.update(together, old.id(), told.detail(), amendment.detail());
        note(together, now, command);
        ledger.append(
                with(more(told, command, amendment), acting.entry(command.verb(), old, now, placement)), together);
        write(together, old);
        return now;
    }

    /** The helper of a new task, and what a correction says. */
    private static Map<String, Object> more(Matters.Told told, Command command, Amendment amendment) {
        if (command.verb() == Verb.CORRECT) {
            return Map.of("digest", Corrections.digest(Corrections.parts(told, amendment)));
        }
        return command.unit() == null
                ? Map.of()
                : Map.of("helper", command.unit().value());
    }

    private static Change with(Map<String, Object> more, Change entry) {
        if (more.isEmpty()) {
            return entry;
        }
        Map<String, Object> body = new HashMap<>(entry.body());
        body.putAll(more);
        return new Change(
                entry.at(), entry.actor(), entry.actingUnit(), entry.about(), entry.verb(), body, entry.reach());
    }

    /** Adds a task; a helping unit sees the matter from then on (mechanisms 26). */
    void addTask(Matters.Told told, int version, Task task, Acting acting) {
        MatterRules.task(task);
        Command command = Command.of(Verb.ADD_TASK, version, null).unit(task.unit());
        MatterId id = amend(told, command, Amendment.none(told), acting).id();
        tasks.add(id, task);
        if (task.unit() != null) {
            tasks.join(id, around.units().place(helper(told.matter(), task.unit(), acting)), "helper");
        }
    }

    /** A unit that the person sees, or one above the unit that answers, on either line. */
    private UnitId helper(Matter matter, UnitId asked, Acting acting) {
        Unit unit = around.units().find(asked).orElseThrow(() -> Refusal.of("matters.refused.task.helper"));
        boolean above = Stream.of(Line.values())
                .flatMap(line -> around.units().path(matter.unit(), line).stream())
                .anyMatch(u -> u.id().equals(asked));
        if (!above && !acting.scope().sees(unit.at())) {
            throw Refusal.of("matters.refused.task.helper");
        }
        return asked;
    }

    void finishTask(Matters.Told told, int version, Task done, Acting acting) {
        Matter matter = told.matter();
        boolean leads = acting.scope().sees(matter.at());
        boolean own = tasks.task(matter.id(), done.id())
                .filter(t -> leads
                        || acting.scope().grants().stream()
                                .anyMatch(g -> g.unit().equals(t.unit())))
                .isPresent();
        if (!own) {
            throw Refusal.of("matters.refused.task.done");
        }
        Command command = Command.of(Verb.FINISH_TASK, version, null);
        MatterId id = amend(told, command, Amendment.none(told), acting).id();
        if (!tasks.finish(id, done, acting.day(clock))) {
            throw Refusal.of("matters.refused.task.done");
        }
    }

    /** Why a move cannot be made now, whatever is typed. */
    Optional<Refusal> barred(Matter matter, MatterRules.Facts facts, MatterMoves.Move move) {
        return MatterRules.mayNot(matter, facts, move)
                .or(() -> around.gathering().hindered(matter, move.verb()));
    }

    private MatterRules.Facts facts(Matters.Told told, Verb verb, Acting acting) {
        Standing standing = MatterMoves.find(told.matter().stage(), verb)
                .filter(MatterNeeds::gathered)
                .map(move -> around.gathering().standing(told.matter(), acting.scope(), MatterNeeds.Gathered.by(move)))
                .orElse(Standing.UNASKED);
        return facts(told, standing, acting);
    }

    /** What the rules look at where any move may be asked for. */
    MatterRules.Facts facts(Matters.Told told, Acting acting) {
        return facts(told, around.gathering().standing(told.matter(), acting.scope()), acting);
    }

    private MatterRules.Facts facts(Matters.Told told, Standing standing, Acting acting) {
        Scope scope = acting.scope();
        return new MatterRules.Facts(
                told.detail(), standing, scope.grants(), scope.actor().id(), acting.day(clock));
    }

    private void mergeable(MatterId id, Acting acting) {
        Matter other = store.find(id)
                .filter(m -> acting.scope().sees(m.at()))
                .orElseThrow(() -> Refusal.of("matters.refused.need.other"));
        if (!other.stage().isOpen()) {
            throw Refusal.of("matters.refused.need.other.open", other.number());
        }
    }

    private void write(Writes together, Matter old) {
        if (!store.send(together)) {
            throw stale(store.find(old.id()).orElse(old));
        }
    }

    private void note(Writes together, Matter now, Command command) {
        if (command.note() != null && !command.note().isBlank()) {
            details.note(together, now.id(), now.version(), command.note().strip());
        }
    }

    private void fresh(Matter matter, int version) {
        if (matter.version() != version) {
            throw stale(matter);
        }
    }

    private Refusal stale(Matter now) {
        String who = around.accounts().names(List.of(now.changedBy())).getOrDefault(now.changedBy(), "?");
        return Refusal.conflict("matters.refused.stale", who, now.changedAt());
    }
}
