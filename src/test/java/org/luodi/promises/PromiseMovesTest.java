package org.luodi.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Actor;
import org.luodi.promises.Promise.State;
import org.luodi.promises.PromiseMoves.Verb;

/** Every pair of state and verb, and who may. */
class PromiseMovesTest {

    private static final long PROPOSER = 7;
    private static final long SECOND = 8;

    static Stream<Arguments> pairs() {
        return Arrays.stream(State.values())
                .flatMap(state ->
                        Stream.of(Verb.PUBLISH, Verb.DECLINE, Verb.RECALL).map(verb -> Arguments.of(state, verb)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aSecondPersonMayExactlyWhatTheTableSays(State state, Verb verb) {
        boolean allowed =
                verb == Verb.RECALL ? state == State.PROPOSED || state == State.PUBLISHED : state == State.PROPOSED;
        assertThat(PromiseRules.mayNot(promise(state), verb, scope(SECOND, Role.CLERK))
                        .isEmpty())
                .isEqualTo(allowed);
    }

    @Test
    void whoeverProposedItCannotReleaseOrDeclineIt() {
        for (Verb verb : List.of(Verb.PUBLISH, Verb.DECLINE)) {
            assertThat(PromiseRules.mayNot(promise(State.PROPOSED), verb, scope(PROPOSER, Role.CLERK)))
                    .map(Refusal::key)
                    .contains("promises.refused.second");
        }
    }

    @Test
    void oneWhoOnlyReadsDoesNothing() {
        for (Verb verb : List.of(Verb.PUBLISH, Verb.DECLINE, Verb.RECALL)) {
            Optional<Refusal> refusal = PromiseRules.mayNot(promise(State.PROPOSED), verb, scope(SECOND, Role.READER));
            assertThat(refusal).map(Refusal::key).contains("promises.refused.role");
        }
    }

    private static Promise promise(State state) {
        return new Promise(
                1,
                new MatterId(2),
                new UnitId(3),
                new Position(100L, null),
                false,
                "修桥",
                "年底前修好",
                state,
                new Promise.Step(PROPOSER, Instant.EPOCH),
                null,
                null,
                null,
                null,
                0,
                1);
    }

    private static Scope scope(long account, Role role) {
        Grant grant = new Grant(role, new UnitId(3), Line.TERRITORIAL, new Interval(0, 1000));
        return new Scope(new Actor(account, "甲"), List.of(grant), 1);
    }
}
