package org.luodi.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luodi.claims.ClaimMoves.Move;
import org.luodi.claims.ClaimMoves.Need;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.claims.ClaimMoves.Who;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Stage;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.Position;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;

/** Whether a claim may be sent, and how it may be answered: pure, each no with its reason. */
final class ClaimRules {

    static final int TEXT = 4000;
    static final int TITLE = 500;
    static final int MOST = 20_000;

    private static final Set<Stage> UNDER_WAY =
            Set.of(Stage.RAISED, Stage.PLACED, Stage.ACTING, Stage.RETURNED, Stage.RELAPSED);

    private ClaimRules() {}

    /**
     * What a rule looks at besides the claim itself.
     *
     * @param grants what the person holds
     * @param above whether there is a unit above the one that is asked, or that refused
     */
    record Facts(List<Grant> grants, boolean above, LocalDate today) {}

    /** The move that the answer makes, or a refusal. */
    static Move decide(Claim claim, Facts facts, Answer answer) {
        refuseIf(answer.verb() == Verb.APPEAL && claim.appealed(), "claims.refused.need.first-appeal");
        Move move = ClaimMoves.find(claim.state(), answer.verb())
                .orElseThrow(() -> Refusal.of(
                        "claims.refused.state",
                        "claims.verb." + answer.verb().word(),
                        "claims.state." + claim.state().word()));
        mayNot(claim, facts, move).ifPresent(refusal -> {
            throw refusal;
        });
        move.needed().forEach(need -> check(need, facts, answer));
        return move;
    }

    /** Why this person may not make the move, whatever is typed; empty where nothing stands in the way. */
    static Optional<Refusal> mayNot(Claim claim, Facts facts, Move move) {
        if (facts.grants().stream().noneMatch(g -> move.who().allows(g, claim))) {
            return Optional.of(Refusal.of("claims.refused.who." + move.who().word()));
        }
        return move.needs().contains(Need.ABOVE) && !facts.above()
                ? Optional.of(Refusal.of("claims.refused.need.above"))
                : Optional.empty();
    }

    /** What silence does once the day is past: it rises, or waits at the top; nothing before, and nothing twice. */
    static Optional<Verb> silence(Claim claim, Facts facts) {
        if (!claim.isOverdue(facts.today()) || claim.stuck()) {
            return Optional.empty();
        }
        return Optional.of(facts.above() ? Verb.RISE : Verb.WAIT);
    }

    private static void check(Need need, Facts facts, Answer answer) {
        switch (need) {
            case GROUND -> refuseIf(answer.ground() == null, "claims.refused.need.ground");
            case TAKES, BASIS, REASON, APPEAL -> text(answer.words(), need);
            case STAYS -> text(answer.stays(), need);
            case ROOT -> root(answer.root(), facts.today());
            default -> {}
        }
    }

    private static void root(Answer.Root root, LocalDate today) {
        refuseIf(root == null, "claims.refused.need.root");
        if (root.matter() == null) {
            refuseIf(root.title() == null || root.title().isBlank(), "claims.refused.need.root");
            refuseIf(root.title().length() > TITLE, "claims.refused.long", TITLE);
            refuseIf(root.due() == null || root.due().isBefore(today), "claims.refused.need.root.due");
        }
    }

    private static void text(String given, Need need) {
        refuseIf(given == null || given.isBlank(), "claims.refused.need." + need.word());
        refuseIf(given.length() > TEXT, "claims.refused.long", TEXT);
        refuseIf(given.indexOf('\0') >= 0, "claims.refused.characters");
    }

    /**
     * What a claim to be sent looks at.
     *
     * @param taken those of the matters that are in an open claim
     */
    record Sending(Unit sender, Unit asked, List<Matter> matters, Set<MatterId> taken) {}

    /** The line along which the asked unit answers, or a refusal. */
    static Line send(NewClaim claim, Sending sending) {
        refuseIf(claim.lever() == null, "claims.refused.need.lever");
        text(claim.evidence(), Need.EVIDENCE);
        for (Matter matter : sending.matters()) {
            may(matter, sending);
        }
        Unit asked = sending.asked();
        refuseIf(asked.isClosed(), "claims.refused.closed", asked.name(), asked.closedOn());
        return line(asked, sending).orElseThrow(() -> Refusal.of("claims.refused.need.superior"));
    }

    /** Whether so many matters can stand in one claim. */
    static void count(NewClaim claim) {
        refuseIf(claim.matters().isEmpty(), "claims.refused.need.matters");
        refuseIf(claim.matters().size() > MOST, "claims.refused.many", MOST);
        refuseIf(claim.asked() == null, "claims.refused.need.asked");
    }

    private static void may(Matter matter, Sending sending) {
        Unit sender = sending.sender();
        refuseIf(!isAt(sender, matter.unit(), matter.at()), "claims.refused.elsewhere", matter.number(), sender.name());
        refuseIf(
                !isUnderWay(matter),
                "claims.refused.matter.stage",
                matter.number(),
                "matters.stage." + matter.stage().word());
        refuseIf(matter.root() != null, "claims.refused.matter.tied", matter.number());
        refuseIf(sending.taken().contains(matter.id()), "claims.refused.matter.taken", matter.number());
    }

    /** Whether a root above can still be tied to it. */
    static boolean isUnderWay(Matter matter) {
        return UNDER_WAY.contains(matter.stage());
    }

    /** The first line on which a unit stands above the sender's matters, and not below the sender or at its side. */
    static Optional<Line> line(Unit asked, Sending sending) {
        if (isAt(sending.sender(), asked.id(), asked.at())) {
            return Optional.empty();
        }
        return List.of(Line.TERRITORIAL, Line.INDUSTRY).stream()
                .filter(line -> sending.matters().stream().allMatch(m -> isAbove(asked, line, m.unit(), m.at())))
                .findFirst();
    }

    private static boolean isAt(Unit unit, UnitId id, Position at) {
        return unit.id().equals(id) || isAbove(unit, Line.TERRITORIAL, id, at) || isAbove(unit, Line.INDUSTRY, id, at);
    }

    private static boolean isAbove(Unit unit, Line line, UnitId id, Position at) {
        Interval subtree = unit.interval(line);
        Long position = line == Line.TERRITORIAL ? Long.valueOf(at.territorial()) : at.industry();
        return subtree != null && position != null && !unit.id().equals(id) && subtree.holds(position);
    }

    /** Whether the person may send for a unit. */
    static void maySend(UnitId sender, List<Grant> grants) {
        refuseIf(
                grants.stream().noneMatch(g -> g.unit().equals(sender) && Who.SENDER.allows(g.role())),
                "claims.refused.who.sender");
    }

    /** Whether a matter can hold the root for a unit. */
    static void root(Matter root, UnitId holder) {
        refuseIf(!root.unit().equals(holder), "claims.refused.root.unit", root.number());
        refuseIf(
                !isUnderWay(root),
                "claims.refused.root.stage",
                root.number(),
                "matters.stage." + root.stage().word());
    }

    private static void refuseIf(boolean condition, String key, Object... args) {
        if (condition) {
            throw Refusal.of(key, args);
        }
    }
}
