package org.luodi.voice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.luodi.organisation.Placement;
import org.luodi.organisation.UnitId;
import org.luodi.voice.ReportMatters.Held;
import org.luodi.voice.ReportMoves.Move;
import org.luodi.voice.ReportMoves.Who;
import org.luodi.voice.ReportSteps.Made;
import org.luodi.voice.ReportSteps.Said;
import org.springframework.stereotype.Component;

/** Makes the moves of offices and of the clock: a rule allows, then the report moves, and those who said "me too" go with it. */
@Component
class ReportAnswering {

    private final ReportStore store;
    private final Beside beside;
    private final ReportSteps steps;
    private final ReportDesks desks;
    private final ReportMatters matters;
    private final Clock clock;

    ReportAnswering(
            ReportStore store,
            Beside beside,
            ReportSteps steps,
            ReportDesks desks,
            ReportMatters matters,
            Clock clock) {
        this.store = store;
        this.beside = beside;
        this.steps = steps;
        this.desks = desks;
        this.matters = matters;
        this.clock = clock;
    }

    /** What the rules look at. */
    ReportRules.Facts facts(Report report, ReportActing acting) {
        return new ReportRules.Facts(
                acting.scope().grants(),
                acting.scope().actor().id(),
                desks.isTop(report.receiver()),
                acting.day(clock.getZone()),
                desks.handBackBy(report.askedOn()));
    }

    Report answer(Report seen, ReportAnswer answer, ReportActing acting) {
        steps.place(seen.asked(), acting);
        beside.first(seen);
        Report old = store.hold(seen.id()).orElseThrow();
        steps.fresh(old, answer.version());
        Move move = ReportRules.decide(old, facts(old, acting), answer);
        ReportTurn turn = ReportTurn.of(old).to(move.to());
        return switch (answer.verb()) {
            case TAKE, JOIN -> take(old, turn, answer, acting);
            case RELEASE -> release(old, said(old, answer, acting), acting);
            case SUSPECT -> write(old, turn.suspected(acting.scope().actor().id()), said(old, answer, acting), acting);
            default -> write(old, turn(turn, old, answer, acting), said(old, answer, acting), acting);
        };
    }

    private ReportTurn turn(ReportTurn turn, Report old, ReportAnswer answer, ReportActing acting) {
        LocalDate today = acting.day(clock.getZone());
        return switch (answer.verb()) {
            case HAND_BACK ->
                turn.ask(proposed(old, answer, acting), today, desks.handBackBy(today))
                        .handedBack();
            case HAND_BACK_AGAIN -> {
                proposed(old, answer, acting);
                yield toArbiter(turn, old, acting).handedBack();
            }
            case DECIDE -> {
                Placement chosen = proposed(old, answer, acting);
                desks.checkBelow(old.asked(), chosen);
                yield turn.ask(chosen, today, desks.takeBy(today)).accepted().bound();
            }
            default -> turn;
        };
    }

    /** It goes its way: on the desk, or beside the report it says the same as. */
    private Report release(Report old, Made made, ReportActing acting) {
        LocalDate today = acting.day(clock.getZone());
        Report first = beside.first(old).orElse(null);
        ReportTurn turn = ReportTurn.of(old)
                .to(Stage.RECEIVED)
                .suspected(null)
                .beside(first == null ? null : first.id())
                .within(today, desks.takeBy(today));
        Report now = write(old, turn, made, acting);
        if (first != null) {
            return beside.go(now, first, acting);
        }
        if (old.echoOf() != null) {
            beside.inherit(now, old.echoOf(), acting);
        }
        return now;
    }

    private Placement proposed(Report old, ReportAnswer answer, ReportActing acting) {
        Placement place = steps.place(answer.unit(), acting);
        desks.checkHandler(old, place);
        return place;
    }

    private ReportTurn toArbiter(ReportTurn turn, Report old, ReportActing acting) {
        LocalDate today = acting.day(clock.getZone());
        UnitId arbiter = desks.arbiter(old.receiver(), old.asked());
        return turn.ask(steps.place(arbiter, acting), today, desks.decideBy(today));
    }

    private static Made said(Report old, ReportAnswer answer, ReportActing acting) {
        boolean above = answer.verb() == Verb.SUSPECT || answer.verb() == Verb.SET_ASIDE;
        UnitId from = above ? acting.unit(old) : old.asked();
        return new Made(answer.verb(), new Said(from, answer.unit(), answer.ground(), answer.words()));
    }

    private Report take(Report old, ReportTurn turn, ReportAnswer answer, ReportActing acting) {
        LocalDate today = acting.day(clock.getZone());
        List<UnitId> may = may(old, acting);
        Held held = answer.verb() == Verb.JOIN
                ? matters.join(answer.matter(), may, acting.scope())
                : matters.raise(new ReportMatters.Wanted(answer.draft(), old.deed(), may), acting.scope(), today);
        Placement taker = steps.place(held.unit(), acting);
        turn.ask(taker, today, null).accepted().matter(held.matter());
        Report now = write(old, turn, new Made(answer.verb(), new Said(held.unit(), null, null, null)), acting);
        beside.follow(now, acting);
        return now;
    }

    /** The units on whose desks it lies and for which this person acts, the one that is asked first. */
    private static List<UnitId> may(Report old, ReportActing acting) {
        List<UnitId> may = new ArrayList<>();
        if (acting.scope().has(Who.DESK.roles(), old.askedAt())) {
            may.add(old.asked());
        }
        if (acting.scope().has(Who.DESK.roles(), old.receiverAt())) {
            may.add(old.receiver());
        }
        return may;
    }

    /** What the clock does to a report whose day is past: nobody looked, or nobody answered. */
    void silence(ReportId id, ReportActing clockwork) {
        Report seen = store.find(id).orElseThrow();
        steps.place(seen.asked(), clockwork);
        beside.first(seen);
        Report old = store.hold(id).orElseThrow();
        LocalDate today = clockwork.day(clock.getZone());
        if (!old.isLate(today)) {
            return;
        }
        if (old.stage() == Stage.CHECKING) {
            release(old, new Made(Verb.PASS_UNSEEN, late(old)), clockwork);
        } else if (old.stage() == Stage.PASSED_ON) {
            ReportTurn silent = toArbiter(ReportTurn.of(old).to(Stage.DISPUTED), old, clockwork);
            write(old, silent, new Made(Verb.FALL_SILENT, late(old)), clockwork);
        } else {
            steps.ring(old, clockwork);
        }
    }

    private static Said late(Report old) {
        return new Said(old.asked(), null, null, null);
    }

    private Report write(Report old, ReportTurn turn, Made made, ReportActing acting) {
        Report now = turn.by(acting);
        steps.write(old, now, made, acting);
        return now;
    }
}
