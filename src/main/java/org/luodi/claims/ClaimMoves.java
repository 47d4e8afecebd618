package org.luodi.claims;

import static org.luodi.claims.ClaimMoves.Need.ABOVE;
import static org.luodi.claims.ClaimMoves.Need.APPEAL;
import static org.luodi.claims.ClaimMoves.Need.BASIS;
import static org.luodi.claims.ClaimMoves.Need.DUE_PASSED;
import static org.luodi.claims.ClaimMoves.Need.EVIDENCE;
import static org.luodi.claims.ClaimMoves.Need.FIRST_APPEAL;
import static org.luodi.claims.ClaimMoves.Need.GROUND;
import static org.luodi.claims.ClaimMoves.Need.LEVER;
import static org.luodi.claims.ClaimMoves.Need.MATTERS;
import static org.luodi.claims.ClaimMoves.Need.REASON;
import static org.luodi.claims.ClaimMoves.Need.ROOT;
import static org.luodi.claims.ClaimMoves.Need.STAYS;
import static org.luodi.claims.ClaimMoves.Need.SUPERIOR;
import static org.luodi.claims.ClaimMoves.Need.TAKES;
import static org.luodi.claims.ClaimMoves.Need.TOP;
import static org.luodi.claims.ClaimMoves.State.APPEALED;
import static org.luodi.claims.ClaimMoves.State.CLAIMED;
import static org.luodi.claims.ClaimMoves.State.CLAIMED_IN_PART;
import static org.luodi.claims.ClaimMoves.State.DISMISSED;
import static org.luodi.claims.ClaimMoves.State.REFUSED;
import static org.luodi.claims.ClaimMoves.State.SENT;
import static org.luodi.claims.ClaimMoves.State.UPHELD;
import static org.luodi.claims.ClaimMoves.State.WITHDRAWN;
import static org.luodi.claims.ClaimMoves.Who.ASKED;
import static org.luodi.claims.ClaimMoves.Who.SENDER;
import static org.luodi.claims.ClaimMoves.Who.SYSTEM;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Role;
import org.luodi.platform.Worded;

/**
 * All allowed moves of a claim: from, verb, to, who may, what it needs (mechanisms 24, 25). The help page is printed from
 * this list; there is no other door.
 */
public final class ClaimMoves {

    /** Where a claim stands. */
    public enum State implements Worded {
        SENT,
        APPEALED,
        CLAIMED,
        CLAIMED_IN_PART,
        UPHELD,
        REFUSED,
        DISMISSED,
        WITHDRAWN;

        /** Whether an answer is waited for. */
        public boolean isOpen() {
            return this == SENT || this == APPEALED;
        }

        /** Whether a unit above holds the root now. */
        public boolean isHeld() {
            return this == CLAIMED || this == CLAIMED_IN_PART || this == UPHELD;
        }

        static State of(String word) {
            return Worded.of(State.class, word).orElseThrow();
        }
    }

    /** What can be done with a claim; the noun is where it is posted. */
    public enum Verb implements Worded {
        SEND("sent", "claims"),
        CLAIM("claimed", "acceptances"),
        CLAIM_PART("claimed-in-part", "part-acceptances"),
        REFUSE("refused", "refusals"),
        RISE("risen", "rises"),
        WAIT("waiting", "waits"),
        APPEAL("appealed", "appeals"),
        UPHOLD("upheld", "upholdings"),
        DISMISS("dismissed", "dismissals"),
        WITHDRAW("withdrawn", "withdrawals"),
        /** A unit has ended; another stands in its place. */
        HAND_OVER("handed-over", "hand-overs");

        private final String past;
        private final String noun;

        Verb(String past, String noun) {
            this.past = past;
            this.noun = noun;
        }

        /** As on the ledger. */
        public String past() {
            return past;
        }

        public String noun() {
            return noun;
        }

        /** Whether a person makes it, with a form of its own. */
        public boolean isAnswer() {
            return this != SEND && ALL.stream().noneMatch(m -> m.verb() == this && m.who() == Who.SYSTEM);
        }

        /** The answer behind a noun in a URL. */
        public static Optional<Verb> ofNoun(String noun) {
            return Stream.of(values())
                    .filter(v -> v.noun.equals(noun) && v.isAnswer())
                    .findFirst();
        }

        static Verb ofPast(String past) {
            return Stream.of(values())
                    .filter(v -> v.past.equals(past))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Who may: a role held at the very unit, not above it. */
    public enum Who implements Worded {
        SENDER(Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY)),
        ASKED(Set.of(Role.CLERK, Role.LEADER)),
        /** A term that ends. */
        SYSTEM(Set.of());

        private final Set<Role> roles;

        Who(Set<Role> roles) {
            this.roles = roles;
        }

        boolean allows(Grant grant, Claim claim) {
            return roles.contains(grant.role()) && grant.unit().equals(this == SENDER ? claim.sender() : claim.asked());
        }

        boolean allows(Role role) {
            return roles.contains(role);
        }
    }

    /** What a move asks for. */
    public enum Need implements Worded {
        /** One to many matters under way, in no other claim. */
        MATTERS,
        LEVER,
        /** What shows that the root lies above. */
        EVIDENCE,
        /** A unit above the sender and every matter, on one of the two lines. */
        SUPERIOR,
        /** What the unit takes. */
        TAKES,
        /** What stays below. */
        STAYS,
        /** The matter that holds the root: a new one, or one with the same root. */
        ROOT,
        GROUND,
        BASIS,
        REASON,
        /** Why the refusal is not right. */
        APPEAL,
        /** Nobody appeals twice. */
        FIRST_APPEAL,
        /** There is a unit above the one that refused. */
        ABOVE,
        /** The day for the answer is past. */
        DUE_PASSED,
        /** There is no unit above. */
        TOP
    }

    /**
     * One allowed move.
     *
     * @param from states it may be made from; none where it brings the claim into being
     * @param to the state it leads to; null where the state stays
     */
    public record Move(Set<State> from, Verb verb, State to, Who who, Set<Need> needs) {

        /** Where it starts, in order. */
        public List<State> states() {
            return from.stream().sorted().toList();
        }

        /** What it needs, in the order in which forms ask. */
        public List<Need> needed() {
            return needs.stream().sorted().toList();
        }
    }

    public static final List<Move> ALL = List.of(
            new Move(Set.of(), Verb.SEND, SENT, SENDER, Set.of(MATTERS, LEVER, EVIDENCE, SUPERIOR)),
            new Move(Set.of(SENT), Verb.CLAIM, CLAIMED, ASKED, Set.of(ROOT)),
            new Move(Set.of(SENT), Verb.CLAIM_PART, CLAIMED_IN_PART, ASKED, Set.of(TAKES, STAYS, ROOT)),
            new Move(Set.of(SENT), Verb.REFUSE, REFUSED, ASKED, Set.of(GROUND, BASIS)),
            new Move(Set.of(SENT, APPEALED), Verb.RISE, null, SYSTEM, Set.of(DUE_PASSED, ABOVE)),
            new Move(Set.of(SENT, APPEALED), Verb.WAIT, null, SYSTEM, Set.of(DUE_PASSED, TOP)),
            new Move(Set.of(REFUSED), Verb.APPEAL, APPEALED, SENDER, Set.of(APPEAL, FIRST_APPEAL, ABOVE)),
            new Move(Set.of(APPEALED), Verb.UPHOLD, UPHELD, ASKED, Set.of(REASON, ROOT)),
            new Move(Set.of(APPEALED), Verb.DISMISS, DISMISSED, ASKED, Set.of(REASON)),
            new Move(Set.of(SENT, APPEALED), Verb.WITHDRAW, WITHDRAWN, SENDER, Set.of(REASON)),
            new Move(Set.of(SENT, APPEALED, REFUSED), Verb.HAND_OVER, null, SYSTEM, Set.of()));

    private ClaimMoves() {}

    /** The move a verb makes from a state, if it is allowed. */
    public static Optional<Move> find(State from, Verb verb) {
        return ALL.stream()
                .filter(m -> m.verb() == verb && m.from().contains(from))
                .findFirst();
    }
}
