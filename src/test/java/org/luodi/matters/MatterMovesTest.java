package org.luodi.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
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

    /** Needs that an empty answer meets, or that only the facade can look up. */
    private static final Set<Need> OPTIONAL = Set.of(Need.DRIVE, Need.CHANGE);

    /** How a refusal speaks of a need, where not by its name. */
    private static final Map<Need, String> SAID = Map.of(Need.TASKS_DONE, "tasks", Need.OWN_ANSWER, "waits");

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
            Map.entry("settled rework", "returned"),
            Map.entry("confirmed rework", "returned"),
            Map.entry("confirmed reject", "returned"),
            Map.entry("settled judge", "stays"),
            Map.entry("confirmed judge", "stays"),
            Map.entry("confirmed accept", "stays"),
            Map.entry("confirmed sign", "stays"),
            Map.entry("closed check", "stays"),
            Map.entry("raised propose-exclusion", "stays"),
            Map.entry("placed propose-exclusion", "stays"),
            Map.entry("acting ask", "settled"),
            Map.entry("returned ask", "settled"),
            Map.entry("relapsed ask", "settled"),
            Map.entry("settled evaluate", "stays"),
            Map.entry("confirmed evaluate", "stays"),
            Map.entry("settled send-back", "returned"),
            Map.entry("confirmed send-back", "returned"),
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
            case TIE -> underWay ? Optional.of("acting") : Optional.empty();
            case AMEND, FINISH_TASK, RELAY, MARK, UNMARK, PRIORITISE, JOIN_DRIVE ->
                stage.isOpen() ? Optional.of("stays") : Optional.empty();
            case PROPOSE_CORRECTION, CORRECT, DROP_CORRECTION ->
                stage.isOpen() ? Optional.empty() : Optional.of("stays");
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
            if (move.who() == Who.SYSTEM) {
                assertThat(refused(stage, allowed(move), complete(verb)).key()).isEqualTo("matters.refused.who.system");
                return;
            }
            assertThat(MatterRules.decide(matter(stage), allowed(move), complete(verb)))
                    .isEqualTo(move);
        });
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void readersAndAdministratorsMoveNothing(Stage stage, Verb verb) {
        MatterMoves.find(stage, verb).ifPresent(move -> {
            for (Role role : List.of(Role.READER, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)) {
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
            List<Need> met = move.needed().stream()
                    .filter(n -> move.who() != Who.SYSTEM && !OPTIONAL.contains(n))
                    .toList();
            for (Need need : met) {
                Matter matter = need == Need.OWN_ANSWER
                        ? with(matter(stage), matter(stage).traits().tied(new MatterId(9), true))
                        : unmarked(stage, need);
                Refusal refusal = catchThrowableOfType(
                        Refusal.class,
                        () -> MatterRules.decide(matter, without(need, move), without(need, complete(verb))));
                assertThat(refusal.key()).startsWith("matters.refused.");
                assertThat(refusal.key()).contains(SAID.getOrDefault(need, need.word()));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void whatHasEndedChangesByACorrectionALookOrARelapseOnly(Stage stage) {
        Set<Verb> allowed = MatterMoves.ALL.stream()
                .filter(m -> m.from().contains(stage))
                .map(MatterMoves.Move::verb)
                .collect(Collectors.toSet());
        Set<Verb> corrections = Set.of(Verb.PROPOSE_CORRECTION, Verb.CORRECT, Verb.DROP_CORRECTION);
        if (stage.isOpen()) {
            assertThat(allowed).doesNotContainAnyElementsOf(corrections);
            return;
        }
        assertThat(allowed).containsAll(corrections);
        allowed.removeAll(corrections);
        assertThat(allowed).isEqualTo(stage == Stage.CLOSED ? Set.of(Verb.CHECK, Verb.RELAPSE) : Set.of());
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
        return facts(detail(), role, unit, standing(openTasks, Set.of()));
    }

    private static MatterRules.Facts facts(Detail detail, Role role, UnitId unit, Standing standing) {
        Grant grant = new Grant(role, unit, Line.TERRITORIAL, new Interval(0, 100));
        return new MatterRules.Facts(detail, standing, List.of(grant), 1, TODAY);
    }

    /** Everything is there but these. */
    private static Standing standing(int openTasks, Set<Need> not) {
        return new Standing(
                openTasks,
                not.contains(Need.EVIDENCE) ? 0 : 1,
                Set.of(),
                not.contains(Need.ACCEPTED) ? Set.of("county") : Set.of(),
                List.of(new Standing.Accepting(COUNTY, "county")),
                !not.contains(Need.SIGNATURE),
                !not.contains(Need.JUDGED),
                not.contains(Need.SYMPTOMS_GONE),
                not.contains(Need.SYMPTOM_FREE),
                !not.contains(Need.ROOT_DONE));
    }

    /** Facts in which whoever may make the move asks for it. */
    private static MatterRules.Facts allowed(MatterMoves.Move move) {
        return facts(detail(), role(move), at(move), standing(0, Set.of()));
    }

    private static Role role(MatterMoves.Move move) {
        return move.who() == Who.OWN_LEADER ? Role.LEADER : Role.CLERK;
    }

    private static UnitId at(MatterMoves.Move move) {
        return move.who() == Who.LOWEST || move.who() == Who.OWN_LEADER ? VILLAGE : COUNTY;
    }

    /** The same in which a need is not met by what stands. */
    private static MatterRules.Facts without(Need need, MatterMoves.Move move) {
        return facts(
                Detail.titled("桥栏杆坏了"), role(move), at(move), standing(need == Need.TASKS_DONE ? 1 : 0, Set.of(need)));
    }

    private static Matter unmarked(Stage stage, Need need) {
        Matter matter = matter(stage);
        return switch (need) {
            case MARK -> with(matter, matter.traits().marked(false));
            case SECOND_PERSON -> with(matter, matter.traits().proposedBy(1L));
            case PROPOSED -> with(matter, matter.traits().proposedBy(null));
            case CHECK_DUE -> with(matter, matter.traits().checkedOn(TODAY.plusDays(1)));
            default -> matter;
        };
    }

    private static Matter with(Matter matter, Traits traits) {
        return Revision.of(matter).traits(traits).same();
    }

    private static Detail detail() {
        return Detail.titled("桥栏杆坏了")
                .after(
                        Command.of(Verb.SETTLE, 1, null).measures("修好").solution("已修", "每月巡查"),
                        matter(Stage.SETTLED),
                        ZoneOffset.UTC);
    }

    private static Command complete(Verb verb) {
        Verdict verdict = new Verdict(verb != Verb.REWORK, true, true, "paper", TODAY);
        return Command.of(verb, 1, "因为")
                .due(TODAY.plusDays(30))
                .unit(new UnitId(6))
                .other(new MatterId(8))
                .words(new Command.Said("修好", "已修", "每月巡查", "条例第三条", null))
                .level("county")
                .verdict(verdict)
                .number(1);
    }

    private static Command without(Need need, Command c) {
        return switch (need) {
            case REASON ->
                new Command(c.verb(), 1, " ", c.due(), c.unit(), c.other(), c.words(), c.level(), c.verdict(), 1);
            case DUE, NEW_DUE, LATER_DUE -> c.due(null);
            case UNIT -> c.unit(null);
            case OTHER -> c.other(null);
            case MEASURES, NEW_MEASURES -> c.measures(null);
            case FIXED -> c.solution(null, "每月巡查");
            case LASTING -> c.solution("已修", null);
            case BASIS -> c.basis(null);
            case LEVEL -> c.level("city");
            case VERDICT -> c.verdict(null);
            case IMPORTANCE -> c.number(0);
            default -> c;
        };
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
                Traits.of(Kind.PROBLEM).marked(true).checkedOn(TODAY).proposedBy(2L),
                1,
                1,
                Instant.EPOCH);
    }
}
