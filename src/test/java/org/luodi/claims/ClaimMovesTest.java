package org.luodi.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.luodi.claims.ClaimMoves.Move;
import org.luodi.claims.ClaimMoves.Need;
import org.luodi.claims.ClaimMoves.State;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.claims.ClaimMoves.Who;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.Position;
import org.luodi.organisation.Role;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;

/** Every state × every verb, as the table has it. */
class ClaimMovesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final UnitId VILLAGE = new UnitId(6);
    private static final UnitId COUNTY = new UnitId(4);
    private static final UnitId CITY = new UnitId(3);

    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("sent claim", "claimed"),
            Map.entry("sent claim-part", "claimed-in-part"),
            Map.entry("sent refuse", "refused"),
            Map.entry("sent rise", "stays"),
            Map.entry("sent wait", "stays"),
            Map.entry("sent withdraw", "withdrawn"),
            Map.entry("sent hand-over", "stays"),
            Map.entry("appealed uphold", "upheld"),
            Map.entry("appealed dismiss", "dismissed"),
            Map.entry("appealed rise", "stays"),
            Map.entry("appealed wait", "stays"),
            Map.entry("appealed withdraw", "withdrawn"),
            Map.entry("appealed hand-over", "stays"),
            Map.entry("refused appeal", "appealed"),
            Map.entry("refused hand-over", "stays"));

    static Stream<Arguments> pairs() {
        return Stream.of(State.values()).flatMap(s -> Stream.of(Verb.values()).map(v -> Arguments.of(s, v)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void eachStateAllowsTheseVerbsAndNoOther(State state, Verb verb) {
        Optional<String> to = ClaimMoves.find(state, verb).map(m -> m.to() == null ? "stays" : m.to().word());
        assertThat(to).isEqualTo(Optional.ofNullable(EXPECTED.get(state.word() + " " + verb.word())));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatTheTableDoesNotHoldIsRefusedWithVerbAndState(State state, Verb verb) {
        if (ClaimMoves.find(state, verb).isEmpty()) {
            Refusal refusal = refused(claim(state, false), facts(Role.CLERK, COUNTY), complete(verb));
            assertThat(refusal.key()).isEqualTo("claims.refused.state");
            assertThat(refusal.args()).containsExactly("claims.verb." + verb.word(), "claims.state." + state.word());
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aMoveOfTheTableIsMadeWhereAllItNeedsIsThere(State state, Verb verb) {
        ClaimMoves.find(state, verb).filter(m -> m.who() != Who.SYSTEM).ifPresent(move -> {
            Claim claim = claim(state, false);
            assertThat(ClaimRules.decide(claim, facts(Role.CLERK, at(move, claim)), complete(verb)))
                    .isEqualTo(move);
        });
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aRoleAboveOrBelowTheUnitMovesNothing(State state, Verb verb) {
        ClaimMoves.find(state, verb).ifPresent(move -> {
            Claim claim = claim(state, false);
            UnitId elsewhere = new UnitId(1);
            assertThat(refused(claim, facts(Role.LEADER, elsewhere), complete(verb))
                            .key())
                    .isEqualTo("claims.refused.who." + move.who().word());
        });
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void readersAndAdministratorsMoveNothingAndNobodyPlaysTheClock(State state, Verb verb) {
        ClaimMoves.find(state, verb).ifPresent(move -> {
            Claim claim = claim(state, false);
            for (Role role : List.of(Role.READER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)) {
                assertThat(refused(claim, facts(role, at(move, claim)), complete(verb))
                                .key())
                        .isEqualTo("claims.refused.who." + move.who().word());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void eachNeedThatIsNotMetIsRefusedByName(State state, Verb verb) {
        ClaimMoves.find(state, verb).filter(m -> m.who() != Who.SYSTEM).ifPresent(move -> {
            for (Need need : move.needed()) {
                boolean appealed = need == Need.FIRST_APPEAL;
                Claim claim = claim(state, appealed);
                ClaimRules.Facts facts =
                        new ClaimRules.Facts(grants(Role.CLERK, at(move, claim)), need != Need.ABOVE, TODAY);
                assertThat(refused(claim, facts, without(need, complete(verb))).key())
                        .isEqualTo("claims.refused.need." + need.word());
            }
        });
    }

    @Test
    void aSecretarySendsAndAppealsButAnswersNothing() {
        assertThat(ClaimRules.decide(claim(State.REFUSED, false), facts(Role.SECRETARY, VILLAGE), complete(Verb.APPEAL))
                        .to())
                .isEqualTo(State.APPEALED);
        assertThat(refused(claim(State.SENT, false), facts(Role.SECRETARY, COUNTY), complete(Verb.CLAIM))
                        .key())
                .isEqualTo("claims.refused.who.asked");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void nobodyAppealsTwice(State state) {
        assertThat(refused(claim(state, true), facts(Role.CLERK, VILLAGE), complete(Verb.APPEAL))
                        .key())
                .isEqualTo("claims.refused.need.first-appeal");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(refused(
                                claim(State.SENT, false),
                                facts(Role.CLERK, COUNTY),
                                Answer.of(Verb.REFUSE, 1, "x".repeat(4001)).ground(Ground.NO_BUDGET))
                        .key())
                .isEqualTo("claims.refused.long");
    }

    @Test
    void theRootGetsADayThatIsNotPast() {
        Answer late = Answer.of(Verb.CLAIM, 1, null).root(new Answer.Root(null, "统一目录", TODAY.minusDays(1)));
        assertThat(refused(claim(State.SENT, false), facts(Role.CLERK, COUNTY), late)
                        .key())
                .isEqualTo("claims.refused.need.root.due");
    }

    @Test
    void silenceRisesOnlyWhenTheDayIsPastAndWaitsOnceAtTheTop() {
        Claim claim = claim(State.SENT, false);
        assertThat(silence(claim, true, claim.due())).isEmpty();
        assertThat(silence(claim, true, claim.due().plusDays(1))).contains(Verb.RISE);
        assertThat(silence(claim, false, claim.due().plusDays(1))).contains(Verb.WAIT);
        Claim stuck = Turn.of(claim).stuck().by(new Acting(scope(), Instant.EPOCH));
        assertThat(silence(stuck, false, claim.due().plusDays(9))).isEmpty();
        assertThat(silence(claim(State.CLAIMED, false), true, TODAY.plusDays(99)))
                .isEmpty();
    }

    private static Optional<Verb> silence(Claim claim, boolean above, LocalDate day) {
        return ClaimRules.silence(claim, new ClaimRules.Facts(List.of(), above, day));
    }

    private static org.luodi.organisation.Scope scope() {
        return new org.luodi.organisation.Scope(org.luodi.platform.identity.Actor.SYSTEM, List.of(), 0);
    }

    private static UnitId at(Move move, Claim claim) {
        return move.who() == Who.SENDER ? claim.sender() : claim.asked();
    }

    private static Refusal refused(Claim claim, ClaimRules.Facts facts, Answer answer) {
        return catchThrowableOfType(Refusal.class, () -> ClaimRules.decide(claim, facts, answer));
    }

    private static ClaimRules.Facts facts(Role role, UnitId unit) {
        return new ClaimRules.Facts(grants(role, unit), true, TODAY);
    }

    private static List<Grant> grants(Role role, UnitId unit) {
        return List.of(new Grant(role, unit, Line.TERRITORIAL, new Interval(0, 100)));
    }

    private static Answer complete(Verb verb) {
        return new Answer(
                verb, 1, Ground.NO_BUDGET, "因为", "村里先帮办", new Answer.Root(null, "统一药品目录", TODAY.plusDays(30)));
    }

    private static Answer without(Need need, Answer a) {
        return switch (need) {
            case GROUND -> a.ground(null);
            case STAYS -> a.stays(" ");
            case ROOT -> a.root(null);
            case TAKES, BASIS, REASON, APPEAL ->
                new Answer(a.verb(), a.version(), a.ground(), " ", a.stays(), a.root());
            default -> a;
        };
    }

    private static Claim claim(State state, boolean appealed) {
        boolean refused = appealed || state == State.REFUSED;
        return new Claim(
                new ClaimId(9),
                state,
                Lever.RULE,
                3,
                Line.TERRITORIAL,
                VILLAGE,
                new Position(50, null),
                state == State.APPEALED ? CITY : COUNTY,
                new Position(4, null),
                refused || state == State.APPEALED ? COUNTY : null,
                state.isHeld() ? COUNTY : null,
                TODAY.minusDays(14),
                state.isOpen() ? TODAY : null,
                false,
                0,
                appealed,
                refused ? Ground.NO_BUDGET : null,
                state.isHeld() ? new MatterId(8) : null,
                1,
                0,
                1,
                1,
                Instant.EPOCH);
    }
}
