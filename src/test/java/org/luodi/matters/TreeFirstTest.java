package org.luodi.matters;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Units;
import org.luodi.world.Meanwhile;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever holds matters holds the tree before them: a change of the tree has it first and then writes their positions. */
@OnTheTree
class TreeFirstTest {

    @Autowired
    Matters matters;

    @Autowired
    Roots roots;

    @Autowired
    Closings closings;

    @Autowired
    Relaying relaying;

    @Autowired
    MatterBatches batches;

    @Autowired
    Units units;

    @Autowired
    Place place;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Scope clerk;
    private MatterId id;
    private MatterId untied;

    @BeforeEach
    void aRootThatSaysDone() {
        clerk = place.as(Role.CLERK, place.county);
        id = raise();
        untied = raise();
        MatterId waiting = raise();
        transaction.executeWithoutResult(status -> roots.tie(List.of(waiting), id, true, clerk));
        matters.move(id, Command.of(Verb.PLACE, 1, null).due(Today.day().plusDays(9)), clerk);
        matters.move(id, Command.of(Verb.ACT, 2, null).measures("清淤"), clerk);
        matters.move(id, Command.of(Verb.SETTLE, 3, null).solution("已清", "每年清"), clerk);
    }

    private MatterId raise() {
        return matters.raise(
                new NewMatter(null, place.village.id(), 1, 1, 2, null, null, Detail.titled("渠道淤塞")), clerk);
    }

    @Test
    void whatAsksThoseBelowARoot() throws Exception {
        leavesTheRowFree(() -> roots.askPortion(id, 500, Instant.now()));
    }

    @Test
    void whatTiesToARoot() throws Exception {
        leavesTheRowFree(() -> roots.tie(List.of(untied), id, true, clerk));
    }

    @Test
    void whatKeepsTheWordOfThoseAffected() throws Exception {
        leavesTheRowFree(() -> closings.keep(id, Closing.verdict(true)));
    }

    @Test
    void whatRelays() throws Exception {
        leavesTheRowFree(() -> relaying.hold(id));
    }

    @Test
    void whatKeepsMany() throws Exception {
        leavesTheRowFree(() -> {
            batches.hold(List.of(id));
            units.place(place.village.id());
        });
    }

    private void leavesTheRowFree(Runnable way) throws Exception {
        new Meanwhile(transaction, jdbc)
                .waits(
                        "hold_tree",
                        () -> jdbc.sql("select organisation.lock_tree()")
                                .query()
                                .singleRow(),
                        () -> catchThrowable(() -> transaction.executeWithoutResult(status -> way.run())),
                        () -> jdbc.sql("select id from matters.matter where id = :id for update nowait")
                                .param("id", id.value())
                                .query()
                                .singleRow());
    }
}
