package org.luodi.matters;

import java.time.Clock;
import java.util.List;
import org.luodi.organisation.Placement;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.ledger.Ledger;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;

/** Makes moves: a rule allows, then state, words and ledger entry change together, inside the caller's transaction. */
@Component
class Moving {

    private final MatterStore store;
    private final DetailStore details;
    private final Around around;
    private final Ledger ledger;
    private final Clock clock;

    Moving(MatterStore store, DetailStore details, Around around, Ledger ledger, Clock clock) {
        this.store = store;
        this.details = details;
        this.around = around;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The modules below that a move asks. */
    @Component
    record Around(Units units, Accounts accounts, Programmes programmes) {}

    Matter move(Matters.Told told, Command command, Acting acting) {
        Matter old = told.matter();
        fresh(old, command.version());
        MatterMoves.Move move = MatterRules.decide(old, facts(told, command.verb(), acting), command);
        if (move.needs().contains(Need.OTHER)) {
            mergeable(command.other(), acting);
        }
        UnitId unit = move.needs().contains(Need.UNIT)
                ? around.units().visible(command.unit(), acting.scope()).id()
                : old.unit();
        Placement placement = around.units().place(unit);
        Matter now = MatterRules.moved(command, old, placement, acting);
        write(old, now);
        words(now, told.detail(), command);
        ledger.append(acting.entry(command.verb(), old, now, placement));
        return now;
    }

    Matter amend(Matters.Told told, Command command, Amendment amendment, Acting acting) {
        Matter old = told.matter();
        fresh(old, command.version());
        MatterRules.decide(old, facts(told, command.verb(), acting), command);
        around.programmes().current().check(amendment.category(), amendment.source(), old.batch());
        Matter now = MatterRules.amended(old, amendment, acting);
        Raising.check(amendment.detail(), now.raisedOn(), now.due());
        Placement placement = around.units().place(old.unit());
        write(old, now);
        if (!amendment.detail().equals(told.detail())) {
            details.update(old.id(), told.detail(), amendment.detail());
        }
        ledger.append(acting.entry(command.verb(), old, now, placement));
        return now;
    }

    void addTask(Matters.Told told, int version, Task task, Acting acting) {
        MatterRules.task(task);
        Command command = Command.of(Verb.ADD_TASK, version, null);
        details.addTask(amend(told, command, Amendment.none(told), acting).id(), task);
    }

    void finishTask(Matters.Told told, int version, Task done, Acting acting) {
        Command command = Command.of(Verb.FINISH_TASK, version, null);
        MatterId id = amend(told, command, Amendment.none(told), acting).id();
        if (!details.finishTask(id, done.id(), acting.day(clock), done.evidence())) {
            throw Refusal.of("matters.refused.task.done");
        }
    }

    private MatterRules.Facts facts(Matters.Told told, Verb verb, Acting acting) {
        boolean asksForTasks = MatterMoves.find(told.matter().stage(), verb)
                .filter(m -> m.needs().contains(Need.TASKS_DONE))
                .isPresent();
        return facts(told, asksForTasks ? details.openTasks(told.matter().id()) : 0, acting);
    }

    /** What the rules look at where any move may be asked for. */
    MatterRules.Facts facts(Matters.Told told, Acting acting) {
        return facts(told, details.openTasks(told.matter().id()), acting);
    }

    private MatterRules.Facts facts(Matters.Told told, int openTasks, Acting acting) {
        return new MatterRules.Facts(
                told.detail(), openTasks, acting.scope().at(told.matter().at()), acting.day(clock));
    }

    private void mergeable(MatterId id, Acting acting) {
        Matter other = store.find(id)
                .filter(m -> acting.scope().sees(m.at()))
                .orElseThrow(() -> Refusal.of("matters.refused.need.other"));
        if (!other.stage().isOpen()) {
            throw Refusal.of("matters.refused.need.other.open", other.number());
        }
    }

    private void write(Matter old, Matter now) {
        if (!store.update(old, now)) {
            throw stale(store.find(old.id()).orElse(old));
        }
    }

    private void words(Matter now, Detail standing, Command command) {
        Detail after = standing.after(command, now, clock.getZone());
        if (!after.equals(standing)) {
            details.update(now.id(), standing, after);
        }
        if (command.note() != null && !command.note().isBlank()) {
            details.note(now.id(), now.version(), command.note().strip());
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
