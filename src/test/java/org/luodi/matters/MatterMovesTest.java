package org.luodi.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.Position;
import org.luodi.organisation.Role;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;

/** Walks the whole table: every stage with every verb, and every way in which a move may be refused. */
class MatterMovesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final UnitId VILLAGE = new UnitId(5);
    private static final UnitId COUNTY = new UnitId(3);

    /** What stands in design.md, written down a second time: stage line and side ways. */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("raised place", "placed"),
            Map.entry("placed act", "acting"),
            Map.entry("returned act", "acting"),
            Map.entry("relapsed act", "acting"),
            Map.entry("acting settle", "settled"),
            Map.entry("settled confirm", "confirmed"),
            Map.entry("confirmed close", "closed"),
            Map.entry("settled return", "returned"),
            Map.entry("confirmed return", "returned"),
            Map.entry("closed relapse", "relapsed"),
            Map.entry("raised exclude", "excluded"),
            Map.entry("placed exclude", "excluded"));

    static Stream<Arguments> pairs() {
        return Stream.of(Stage.values()).flatMap(s -> Stream.of(Verb.values()).map(v -> Arguments.of(s, v)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void eachStageAllowsTheVerbsOfTheStageLineAndNoOther(Stage stage, Verb verb) {
        Optional<MatterMoves.Move> move = MatterMoves.find(stage, verb);
        boolean underWay = stage.isOpen() && stage != Stage.SETTLED && stage != Stage.CONFIRMED;
        Optional<String> expected = switch (verb) {
            case MERGE -> underWay ? Optional.of("merged") : Optional.empty();
            case POSTPONE, HAND_OVER, ADD_TASK -> underWay ? Optional.of("stays") : Optional.empty();
            case AMEND, FINISH_TASK -> stage.isOpen() ? Optional.of("stays") : Optional.empty();
            default -> Optional.ofNullable(EXPECTED.get(stage.word() + " " + verb.word()));
        };
        assertThat(move.map(m -> m.to() == null ? "stays" : m.to().word())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatTheTableDoesNotHoldIsRefusedWithVerbAndStage(Stage stage, Verb verb) {
        if (MatterMoves.find(stage, verb).isEmpty()) {
            Refusal refusal = refused(stage, facts(Role.CLERK, COUNTY, 0), complete(verb));
            assertThat(refusal.key()).isEqualTo("matters.refused.stage");
            assertThat(refusal.args()).containsExactly("matters.verb." + verb.word(), "matters.stage." + stage.word());
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aMoveOfTheTableIsMadeWhereAllItNeedsIsThere(Stage stage, Verb verb) {
        MatterMoves.find(stage, verb).ifPresent(move -> {
            UnitId at = move.who() == Who.LOWEST ? VILLAGE : COUNTY;
            assertThat(MatterRules.decide(matter(stage), facts(Role.CLERK, at, 0), complete(verb)))
                    .isEqualTo(move);
        });
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void readersAndAdministratorsMoveNothing(Stage stage, Verb verb) {
        MatterMoves.find(stage, verb).ifPresent(move -> {
            for (Role role : List.of(Role.READER, Role.ADMINISTRATOR)) {
                assertThat(refused(stage, facts(role, VILLAGE, 0), complete(verb))
                                .key())
                        .isEqualTo("matters.refused.who." + move.who().word());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void eachNeedThatIsNotMetIsRefusedByName(Stage stage, Verb verb) {
        MatterMoves.find(stage, verb).ifPresent(move -> {
            UnitId at = move.who() == Who.LOWEST ? VILLAGE : COUNTY;
            for (Need need : move.needed()) {
                Refusal refusal = refused(stage, without(need, at), without(need, complete(verb)));
                assertThat(refusal.key()).startsWith("matters.refused.");
                assertThat(refusal.key()).contains(need == Need.TASKS_DONE ? "tasks" : need.word());
            }
        });
    }

    @Test
    void onlyTheUnitItselfConfirms() {
        Command confirm = Command.of(Verb.CONFIRM, 1, null);
        assertThat(refused(Stage.SETTLED, facts(Role.LEADER, COUNTY, 0), confirm)
                        .key())
                .isEqualTo("matters.refused.who.lowest");
        assertThat(MatterRules.decide(matter(Stage.SETTLED), facts(Role.SECRETARY, VILLAGE, 0), confirm)
                        .to())
                .isEqualTo(Stage.CONFIRMED);
    }

    @Test
    void aSecretaryDoesNotClose() {
        assertThat(refused(Stage.CONFIRMED, facts(Role.SECRETARY, VILLAGE, 0), complete(Verb.CLOSE))
                        .key())
                .isEqualTo("matters.refused.who.office");
    }

    @Test
    void nothingClosesWhileATaskIsOpen() {
        Refusal refusal = refused(Stage.CONFIRMED, facts(Role.CLERK, COUNTY, 2), complete(Verb.CLOSE));
        assertThat(refusal.key()).isEqualTo("matters.refused.tasks");
        assertThat(refusal.args()).containsExactly(2);
    }

    @Test
    void aPostponementGoesForwardOnly() {
        Command earlier = complete(Verb.POSTPONE).due(TODAY.plusDays(9));
        assertThat(refused(Stage.ACTING, facts(Role.CLERK, COUNTY, 0), earlier).key())
                .isEqualTo("matters.refused.need.later-due.than");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        Command endless = Command.of(Verb.RETURN, 1, "x".repeat(4001));
        assertThat(refused(Stage.SETTLED, facts(Role.CLERK, COUNTY, 0), endless).key())
                .isEqualTo("matters.refused.long");
    }

    @Test
    void closingSetsItsDayAndARelapseTakesItAway() {
        Command command = Command.of(Verb.CLOSE, 1, null);
        Detail closed = Detail.titled("桥栏杆坏了").after(command, matter(Stage.CLOSED), ZoneOffset.UTC);

        assertThat(closed.closedOn()).isNotNull();
        assertThat(closed.after(command, matter(Stage.ACTING), ZoneOffset.UTC).closedOn())
                .isEqualTo(closed.closedOn());
        assertThat(closed.after(command, matter(Stage.RELAPSED), ZoneOffset.UTC).closedOn())
                .isNull();
    }

    private static Refusal refused(Stage stage, MatterRules.Facts facts, Command command) {
        return catchThrowableOfType(Refusal.class, () -> MatterRules.decide(matter(stage), facts, command));
    }

    private static MatterRules.Facts facts(Role role, UnitId unit, int openTasks) {
        Grant grant = new Grant(role, unit, Line.TERRITORIAL, new Interval(0, 100));
        return new MatterRules.Facts(detail(), openTasks, List.of(grant), TODAY);
    }

    private static Detail detail() {
        return Detail.titled("桥栏杆坏了")
                .after(
                        Command.of(Verb.SETTLE, 1, null).measures("修好").solution("已修", "每月巡查"),
                        matter(Stage.SETTLED),
                        ZoneOffset.UTC);
    }

    /** Facts in which the need is not met by what stands. */
    private static MatterRules.Facts without(Need need, UnitId at) {
        Grant grant = new Grant(Role.CLERK, at, Line.TERRITORIAL, new Interval(0, 100));
        return new MatterRules.Facts(Detail.titled("桥栏杆坏了"), need == Need.TASKS_DONE ? 1 : 0, List.of(grant), TODAY);
    }

    private static Command complete(Verb verb) {
        return new Command(
                verb, 1, "因为", TODAY.plusDays(30), new UnitId(6), new MatterId(8), "修好", "已修", "每月巡查", "条例第三条");
    }

    private static Command without(Need need, Command c) {
        return new Command(
                c.verb(),
                1,
                need == Need.REASON ? " " : c.note(),
                need == Need.DUE || need == Need.NEW_DUE || need == Need.LATER_DUE ? null : c.due(),
                need == Need.UNIT ? null : c.unit(),
                need == Need.OTHER ? null : c.other(),
                need == Need.MEASURES || need == Need.NEW_MEASURES ? null : c.measures(),
                need == Need.FIXED ? null : c.fixed(),
                need == Need.LASTING ? null : c.lasting(),
                need == Need.BASIS ? null : c.basis());
    }

    private static Matter matter(Stage stage) {
        LocalDate due = stage == Stage.PLACED || stage == Stage.RAISED ? null : TODAY.plusDays(10);
        return new Matter(
                new MatterId(7),
                "LD2026-7",
                VILLAGE,
                new Position(50, null),
                stage,
                1,
                1,
                2,
                TODAY.minusDays(3),
                due,
                0,
                null,
                1,
                1,
                Instant.EPOCH);
    }
}
