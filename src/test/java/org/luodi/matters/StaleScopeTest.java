package org.luodi.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.TreeChange;
import org.luodi.organisation.TreeChanges;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Actor;
import org.luodi.world.Today;
import org.luodi.world.WholeApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A scope read before the tree changed holds positions that belong to other units now: nobody sees or moves a matter by it. */
@WholeApplication
class StaleScopeTest {

    /** The common pool has one thread on two cores, and the first of the two waits for the second. */
    private static final Executor EACH_ITS_OWN = task -> new Thread(task).start();

    private static int times;

    @Autowired
    Units units;

    @Autowired
    TreeChanges changes;

    @Autowired
    Matters matters;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private UnitId root;
    private Account all;
    private UnitId mine;
    private UnitId other;
    private Account clerk;
    private MatterId here;
    private MatterId there;

    @BeforeEach
    void aClerkOfOneTownAndAMatterInEach() {
        times++;
        root = units.byCode("0").orElseThrow().id();
        all = account("all", root, Role.CLERK);
        mine = add("mine");
        other = add("other");
        clerk = account("clerk", mine, Role.CLERK);
        here = raise(mine);
        there = raise(other);
    }

    @Test
    void aMatterIsShownByTheScopeOfTheTreeItStandsIn() {
        assertThatThrownBy(() -> matters.visible(there, stale(other))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> matters.choices(there, stale(other))).isInstanceOf(NotFound.class);
        String number = matters.visible(there, scope(all)).matter().number();
        assertThat(matters.byNumber(number, scope(all))).isPresent();
        assertThat(matters.byNumber(number, stale(other))).isEmpty();
        assertThat(matters.visible(here, stale(other)).matter().id()).isEqualTo(here);
    }

    @Test
    void aMatterIsMovedByTheScopeOfTheTreeItStandsIn() {
        Command place = Command.of(Verb.PLACE, 1, null).due(Today.day().plusDays(9));
        assertThatThrownBy(() -> matters.move(there, place, stale(other))).isInstanceOf(NotFound.class);
        assertThat(matters.move(here, place, stale(other)).stage()).isEqualTo(Stage.PLACED);
    }

    @Test
    void aMatterIsRaisedByTheScopeOfTheTreeThatStands() {
        NewMatter draft = draft(other);
        assertThatThrownBy(() -> matters.raise(draft, stale(other))).isInstanceOf(NotFound.class);
        assertThat(matters.raise(draft(mine), stale(other))).isNotNull();
    }

    @Test
    void aMoveWaitsForAChangeOfTheTreeAndCountsForTheNewOne() {
        Matter moved = afterTheTreeChanged(mine, here);
        assertThat(moved.stage()).isEqualTo(Stage.PLACED);
        assertThat(units.find(other)
                        .orElseThrow()
                        .territorial()
                        .holds(moved.at().territorial()))
                .isTrue();
        assertThat(jdbc.sql("""
                        select territorial @> array[:other]::int[] from platform.entry
                        where kind = 'matter' and subject = :matter and verb = 'placed'
                        """)
                        .param("other", other.value())
                        .param("matter", here.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatTheChangeOfTheTreeTookOutOfSightIsNotMoved() {
        UnitId part = add("part", mine);
        MatterId leaving = raise(part);
        assertThatThrownBy(() -> afterTheTreeChanged(part, leaving)).isInstanceOf(NotFound.class);
    }

    /** The clerk's move of a matter, asked for while a unit is put below another. */
    private Matter afterTheTreeChanged(UnitId unit, MatterId matter) {
        Command place = Command.of(Verb.PLACE, 1, null).due(Today.day().plusDays(9));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Void> rearranging = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(s -> {
                    int version = units.find(unit).orElseThrow().version();
                    changes.make(new TreeChange.Move(unit, version, Line.TERRITORIAL, other), scope(all));
                    held.countDown();
                    await(asked);
                }),
                EACH_ITS_OWN);
        await(held);
        CompletableFuture<Matter> moving =
                CompletableFuture.supplyAsync(() -> matters.move(matter, place, scope(clerk)), EACH_ITS_OWN);
        Awaitility.await().until(() -> waiting() > 0);
        asked.countDown();
        rearranging.join();
        try {
            return moving.join();
        } catch (CompletionException refused) {
            throw (RuntimeException) refused.getCause();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private int waiting() {
        return jdbc.sql(
                        "select count(*) from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and not granted")
                .query(Integer.class)
                .single();
    }

    /** The clerk's scope as it was when his unit stood where another stands now. */
    private Scope stale(UnitId now) {
        Scope scope = scope(clerk);
        List<Grant> grants = Stream.of(units.find(now).orElseThrow())
                .map(u -> new Grant(Role.CLERK, mine, Line.TERRITORIAL, u.territorial()))
                .toList();
        return new Scope(scope.actor(), grants, scope.treeVersion() - 1);
    }

    private Scope scope(Account account) {
        return grants.scopeOf(account.actor());
    }

    private Account account(String login, UnitId unit, Role... roles) {
        Account account = accounts.create("stale-" + login + times, login, "a long password", Actor.SYSTEM);
        for (Role role : roles) {
            grants.grantBySystem(new Grants.NewGrant(account.id(), role, unit, Line.TERRITORIAL));
        }
        return account;
    }

    private UnitId add(String name) {
        return add(name, root);
    }

    private UnitId add(String name, UnitId superior) {
        return changes.make(
                new TreeChange.Add(
                        new TreeChange.NewUnit("stale-" + name + times, name, "town", "town", superior, null, false)),
                scope(all));
    }

    private MatterId raise(UnitId unit) {
        return matters.raise(draft(unit), scope(all));
    }

    private static NewMatter draft(UnitId unit) {
        return new NewMatter(null, unit, 1, 1, 2, null, null, Detail.titled("问题"));
    }
}
