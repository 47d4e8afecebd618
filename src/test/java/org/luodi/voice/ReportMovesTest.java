package org.luodi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.Position;
import org.luodi.organisation.Role;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;
import org.luodi.voice.ReportMoves.Move;
import org.luodi.voice.ReportMoves.Need;

/** Every stage × every verb, as the table has it. */
class ReportMovesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final UnitId VILLAGE = new UnitId(6);
    private static final UnitId OTHER = new UnitId(7);
    private static final UnitId TOWN = new UnitId(5);

    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("checking release", "received"),
            Map.entry("checking suspect", "stays"),
            Map.entry("checking set-aside", "set-aside"),
            Map.entry("checking pass-unseen", "received"),
            Map.entry("received take", "taken"),
            Map.entry("passed-on take", "taken"),
            Map.entry("received join", "joined"),
            Map.entry("passed-on join", "joined"),
            Map.entry("received hand-back", "passed-on"),
            Map.entry("passed-on hand-back-again", "disputed"),
            Map.entry("passed-on fall-silent", "disputed"),
            Map.entry("disputed decide", "received"),
            Map.entry("set-aside object", "checking"),
            Map.entry("received go-beside", "alongside"),
            Map.entry("alongside follow", "joined"),
            Map.entry("alongside step-in", "stays"));
    private static final Set<Stage> ENDED = EnumSet.of(Stage.WITHDRAWN, Stage.SET_ASIDE);

    static Stream<Arguments> pairs() {
        return Stream.of(Stage.values()).flatMap(s -> Stream.of(Verb.values()).map(v -> Arguments.of(s, v)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void eachStageAllowsTheseVerbsAndNoOther(Stage stage, Verb verb) {
        Optional<String> to = ReportMoves.find(stage, verb).map(m -> m.to() == null ? "stays" : m.to().word());
        String expected = EXPECTED.get(stage.word() + " " + verb.word());
        if (verb == Verb.ADD || verb == Verb.DOUBT) {
            expected = ENDED.contains(stage) ? null : "stays";
        } else if (verb == Verb.WITHDRAW) {
            expected = ENDED.contains(stage) ? null : "withdrawn";
        } else if (verb == Verb.HAND_OVER) {
            expected = stage == Stage.WITHDRAWN ? null : "stays";
        }
        assertThat(to).isEqualTo(Optional.ofNullable(expected));
    }

    /** From wherever a report stands a unit has to move it on, or its reporter ended it, or two persons set it aside. */
    @Test
    void noStageIsAnEndThatSomebodyOfTheUnitCanReachAloneWithoutAMatter() {
        Set<Stage> reached = new HashSet<>();
        ReportMoves.ALL.stream()
                .filter(m -> m.who().isOffice() && m.to() != null && !m.to().isOpen())
                .forEach(m -> {
                    reached.add(m.to());
                    assertThat(m.needs()).containsAnyOf(Need.MATTER, Need.STANDING_MATTER, Need.SECOND_PERSON);
                });
        assertThat(reached).containsExactlyInAnyOrder(Stage.TAKEN, Stage.JOINED, Stage.SET_ASIDE);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatTheTableDoesNotHoldIsRefusedWithVerbAndStage(Stage stage, Verb verb) {
        if (ReportMoves.find(stage, verb).isEmpty()) {
            Refusal refusal = refused(report(stage), facts(Role.CLERK, TOWN), complete(verb));
            assertThat(refusal.key()).isEqualTo("voice.refused.stage");
            assertThat(refusal.args()).containsExactly("voice.verb." + verb.word(), "voice.stage." + stage.word());
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aMoveOfTheTableIsMadeWhereAllItNeedsIsThere(Stage stage, Verb verb) {
        office(stage, verb)
                .ifPresent(move -> assertThat(
                                ReportRules.decide(ready(stage, verb), facts(Role.CLERK, TOWN), complete(verb)))
                        .isEqualTo(move));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void readersAdministratorsAndCallersMoveNothingAndNobodyPlaysTheClockOrTheReporter(Stage stage, Verb verb) {
        ReportMoves.find(stage, verb).ifPresent(move -> {
            Set<Role> none = move.who().isOffice()
                    ? EnumSet.complementOf(EnumSet.of(Role.CLERK, Role.LEADER, Role.SECRETARY))
                    : EnumSet.allOf(Role.class);
            for (Role role : none) {
                assertThat(refused(ready(stage, verb), facts(role, TOWN), complete(verb))
                                .key())
                        .isEqualTo("voice.refused.who." + move.who().word());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void eachNeedThatIsNotMetIsRefusedByName(Stage stage, Verb verb) {
        office(stage, verb).ifPresent(move -> {
            for (Need need : move.needed()) {
                Report report = need == Need.SECOND_PERSON ? report(stage) : ready(stage, verb);
                report = need == Need.FIRST_LOOK ? suspected(report, 1L) : report;
                report = need == Need.NOT_BOUND ? ReportTurn.of(report).bound().by(acting()) : report;
                LocalDate until = need == Need.IN_TIME ? TODAY.minusDays(1) : TODAY;
                ReportRules.Facts facts = new ReportRules.Facts(grants(Role.CLERK, TOWN), 2, false, TODAY, until);
                assertThat(refused(report, facts, without(need, complete(verb))).key())
                        .isEqualTo("voice.refused.need." + need.word());
            }
        });
    }

    @Test
    void theUnitItselfSetsNothingAsideUnlessThereIsNobodyAbove() {
        Report report = report(Stage.CHECKING);
        ReportAnswer spam = ReportAnswer.of(Verb.SUSPECT, 1);
        assertThat(refused(report, facts(Role.LEADER, VILLAGE), spam).key()).isEqualTo("voice.refused.who.above");
        ReportRules.Facts top = new ReportRules.Facts(grants(Role.LEADER, VILLAGE), 2, true, TODAY, TODAY);
        assertThat(ReportRules.decide(report, top, spam).verb()).isEqualTo(Verb.SUSPECT);
    }

    @Test
    void theSamePersonDoesNotSpeakTwiceForSpam() {
        Report report = suspected(report(Stage.CHECKING), 2L);
        assertThat(refused(report, facts(Role.CLERK, TOWN), ReportAnswer.of(Verb.SET_ASIDE, 1))
                        .key())
                .isEqualTo("voice.refused.need.second-person");
    }

    @Test
    void whatIsAboutAUnitIsNotProposedToIt() {
        Report about = report(Stage.RECEIVED, true);
        ReportAnswer back = ReportAnswer.notOurs(1, Ground.OTHER_DUTY, "职责清单", VILLAGE);
        assertThat(refused(about, facts(Role.CLERK, TOWN), back).key()).isEqualTo("voice.refused.unit.handler");
    }

    @Test
    void aTitleWithATelephoneNumberIsRefused() {
        ReportAnswer take = ReportAnswer.take(1, new ReportAnswer.Draft("找13812345678", null, 1, TODAY));
        assertThat(refused(report(Stage.RECEIVED), facts(Role.CLERK, VILLAGE), take)
                        .key())
                .isEqualTo("voice.refused.personal");
    }

    private static Optional<Move> office(Stage stage, Verb verb) {
        return ReportMoves.find(stage, verb).filter(m -> m.who().isOffice());
    }

    private static Report ready(Stage stage, Verb verb) {
        return verb == Verb.SET_ASIDE ? suspected(report(stage), 1L) : report(stage);
    }

    private static Report suspected(Report report, Long by) {
        return ReportTurn.of(report).suspected(by).by(acting());
    }

    private static ReportActing acting() {
        return ReportActing.nobody(Instant.EPOCH);
    }

    private static Refusal refused(Report report, ReportRules.Facts facts, ReportAnswer answer) {
        return catchThrowableOfType(Refusal.class, () -> ReportRules.decide(report, facts, answer));
    }

    private static ReportRules.Facts facts(Role role, UnitId unit) {
        return new ReportRules.Facts(grants(role, unit), 2, false, TODAY, TODAY);
    }

    private static List<Grant> grants(Role role, UnitId unit) {
        return List.of(new Grant(role, unit, Line.TERRITORIAL, new Interval(0, 100)));
    }

    private static ReportAnswer complete(Verb verb) {
        return new ReportAnswer(
                verb,
                1,
                Ground.OTHER_DUTY,
                "职责清单第三条",
                OTHER,
                new MatterId(8),
                new ReportAnswer.Draft("路灯不亮", "三个月了", 1, TODAY.plusDays(30)));
    }

    private static ReportAnswer without(Need need, ReportAnswer a) {
        return new ReportAnswer(
                a.verb(),
                a.version(),
                need == Need.GROUND ? null : a.ground(),
                need == Need.BASIS || need == Need.REASON ? " " : a.words(),
                need == Need.UNIT ? null : a.unit(),
                need == Need.STANDING_MATTER ? null : a.matter(),
                need == Need.MATTER ? null : a.draft());
    }

    private static Report report(Stage stage) {
        return report(stage, false);
    }

    private static Report report(Stage stage, boolean about) {
        boolean has = stage == Stage.TAKEN || stage == Stage.JOINED;
        return new Report(
                new ReportId(9),
                "R0123456789",
                stage,
                VILLAGE,
                VILLAGE,
                new Position(50, null),
                VILLAGE,
                new Position(50, null),
                1,
                null,
                null,
                Way.WEB,
                null,
                about,
                false,
                null,
                has ? new MatterId(8) : null,
                0,
                false,
                null,
                TODAY,
                TODAY,
                stage.isOpen() ? TODAY : null,
                1,
                0,
                Instant.EPOCH);
    }
}
