package org.luodi.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.platform.Refusal;
import org.luodi.world.Meanwhile;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people make the same move with words of their own: one is told that the other was faster, and nothing of his stands. */
@OnTheTree
class MovedTogetherTest {

    @Autowired
    Matters matters;

    @Autowired
    Place place;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theSecondIsRefusedAndLeavesNothing() throws Exception {
        Scope scope = place.as(Role.CLERK, place.county);
        MatterId id = raise(scope);
        matters.move(id, Command.of(Verb.PLACE, 1, null).due(Today.day().plusDays(9)), scope);

        Refusal second = new Meanwhile(transaction, jdbc)
                .waits(
                        "matters.matter",
                        () -> matters.move(id, postponed("等路面干"), scope),
                        () -> catchThrowableOfType(Refusal.class, () -> matters.move(id, postponed("等材料"), scope)));

        assertThat(second.key()).isEqualTo("matters.refused.stale");
        assertThat(second.isConflict()).isTrue();
        assertThat(matters.notes(id, scope)).containsEntry(3, "等路面干").hasSize(1);
        assertThat(matters.history(id, scope, null, 50).rows())
                .extracting(e -> e.verb())
                .containsExactly("postponed", "placed", "raised");
    }

    @Test
    void ofTwoThatAreJoinedToEachOtherOneStays() throws Exception {
        Scope scope = place.as(Role.CLERK, place.county);
        MatterId one = raise(scope);
        MatterId other = raise(scope);

        Refusal second = new Meanwhile(transaction, jdbc)
                .waits(
                        "matters.matter",
                        () -> matters.move(one, joined(other), scope),
                        () -> catchThrowableOfType(Refusal.class, () -> matters.move(other, joined(one), scope)));

        assertThat(second.key()).isEqualTo("matters.refused.need.other.open");
        assertThat(matters.visible(one, scope).matter().stage()).isEqualTo(Stage.MERGED);
        assertThat(matters.visible(other, scope).matter().stage()).isEqualTo(Stage.RAISED);
    }

    private MatterId raise(Scope scope) {
        return matters.raise(
                new NewMatter(null, place.village.id(), 1, 1, 2, null, null, Detail.titled("路灯不亮")), scope);
    }

    private static Command joined(MatterId other) {
        return Command.of(Verb.MERGE, 1, "同一件事").other(other);
    }

    private static Command postponed(String why) {
        return Command.of(Verb.POSTPONE, 2, why).due(Today.day().plusDays(30));
    }
}
