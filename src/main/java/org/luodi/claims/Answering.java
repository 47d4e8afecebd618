package org.luodi.claims;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.luodi.claims.ClaimMoves.Move;
import org.luodi.claims.ClaimMoves.State;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.claims.ClaimMoves.Who;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Answers claims: a rule allows, then the claim moves, and what is claimed gets its root. */
@Component
class Answering {

    private final MemberStore members;
    private final Steps steps;
    private final Desks desks;
    private final Tying tying;
    private final Catalogue catalogue;
    private final Clock clock;

    Answering(MemberStore members, Steps steps, Desks desks, Tying tying, Catalogue catalogue, Clock clock) {
        this.members = members;
        this.steps = steps;
        this.desks = desks;
        this.tying = tying;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** What the rules look at. */
    ClaimRules.Facts facts(Claim claim, Acting acting) {
        return new ClaimRules.Facts(acting.scope().grants(), above(claim).isPresent(), acting.day(clock.getZone()));
    }

    /** The unit to which it would go next. */
    private Optional<Unit> above(Claim claim) {
        return desks.above(claim.state() == State.REFUSED ? claim.refuser() : claim.asked(), claim.line());
    }

    Claim answer(Claim old, Answer answer, Acting acting) {
        steps.fresh(old, answer.version());
        Move move = ClaimRules.decide(old, facts(old, acting), answer);
        steps.place(old.asked(), acting);
        Claim now = turn(move, old, answer, acting).by(acting);
        UnitId from = move.who() == Who.SENDER ? old.sender() : old.asked();
        try {
            steps.write(old, now, Steps.Step.of(answer, from, to(now, answer.verb())), acting);
        } catch (DuplicateKeyException taken) {
            throw Refusal.of("claims.refused.matter.taken.now");
        }
        remember(now, answer, acting);
        tying.begin(now, acting);
        return now;
    }

    private Turn turn(Move move, Claim old, Answer answer, Acting acting) {
        Turn turn = Turn.of(old).to(move.to());
        return switch (answer.verb()) {
            case CLAIM, CLAIM_PART -> turn.held(old.asked(), tying.root(old, old.asked(), answer.root(), acting));
            case UPHOLD -> turn.held(old.refuser(), tying.root(old, old.refuser(), answer.root(), acting));
            case REFUSE -> turn.refused(answer.ground()).hop();
            case APPEAL -> appeal(turn, old, acting);
            default -> turn;
        };
    }

    private Turn appeal(Turn turn, Claim old, Acting acting) {
        members.taken(old.id()).stream().findFirst().ifPresent(m -> {
            throw Refusal.of("claims.refused.matter.taken.now");
        });
        Unit judge = above(old).orElseThrow();
        return turn.appealed()
                .ask(judge.id(), judge.at(), desks.decideBy(acting.day(clock.getZone())))
                .hop();
    }

    /** Where it goes with this step. */
    private static UnitId to(Claim now, Verb verb) {
        return switch (verb) {
            case APPEAL -> now.asked();
            case UPHOLD -> now.holder();
            case WITHDRAW -> null;
            default -> now.sender();
        };
    }

    /** Puts what was decided into the catalogue; a refusal that was overruled does not stand there. */
    private void remember(Claim now, Answer answer, Acting acting) {
        LocalDate day = acting.day(clock.getZone());
        String words = answer.words() == null ? null : answer.words().strip();
        switch (answer.verb()) {
            case CLAIM, CLAIM_PART -> count(now, now.asked(), new Decided(1, 0, day, words));
            case REFUSE -> count(now, now.asked(), new Decided(0, 1, day, words));
            case UPHOLD -> count(now, now.holder(), new Decided(1, -1, day, words));
            default -> {}
        }
    }

    private record Decided(int claimed, int refused, LocalDate day, String words) {}

    private void count(Claim claim, UnitId unit, Decided decided) {
        catalogue.count(
                claim,
                desks.unit(unit),
                new Catalogue.Row(
                        claim.category(),
                        claim.lever(),
                        null,
                        null,
                        decided.claimed(),
                        decided.refused(),
                        decided.day(),
                        claim.id(),
                        decided.words()));
    }

    /** What the clock does to a claim whose day is past: up one desk, or a mark at the top. */
    void silence(Claim old, Acting acting) {
        ClaimRules.Facts facts = facts(old, acting);
        ClaimRules.silence(old, facts).ifPresent(verb -> {
            steps.place(old.asked(), acting);
            Turn turn = Turn.of(old);
            Optional<Unit> next = verb == Verb.RISE ? above(old) : Optional.empty();
            next.ifPresentOrElse(
                    u -> turn.ask(u.id(), u.at(), term(old, facts.today())).hop(), turn::stuck);
            Claim now = turn.by(acting);
            UnitId to = next.map(Unit::id).orElse(null);
            steps.write(old, now, new Steps.Step(verb, old.asked(), to, null, null, null), acting);
        });
    }

    private LocalDate term(Claim claim, LocalDate today) {
        return claim.state() == State.APPEALED ? desks.decideBy(today) : desks.answerBy(today);
    }
}
