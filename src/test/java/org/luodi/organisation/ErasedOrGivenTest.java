package org.luodi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Grants.NewGrant;
import org.luodi.platform.Refusal;
import org.luodi.platform.identity.Account;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.Erasures;
import org.luodi.world.Meanwhile;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An account is erased and given a role in the same instant: one waits for the other, and no erased account ever holds a role. */
@OnTheTree
class ErasedOrGivenTest {

    private static final ExecutorService OTHER = Executors.newSingleThreadExecutor();
    private static int count;

    @Autowired
    Accounts accounts;

    @Autowired
    Place place;

    @Autowired
    Grants grants;

    @Autowired
    GrantProposals proposals;

    @Autowired
    Connections connections;

    @Autowired
    Erasures erasures;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Account system;
    private Account security;
    private long person;

    @BeforeEach
    void somebodyWhoLeaves() {
        system = place.account(Role.SYSTEM_ADMIN, place.county);
        security = place.account(Role.SECURITY_ADMIN, place.county);
        person = leaves();
    }

    @AfterAll
    static void stop() {
        OTHER.shutdown();
    }

    @Test
    void whoErasesWaitsForTheRoleAndIsToldOfIt() throws Exception {
        assertThat(meanwhile(this::propose, this::erase)).isEqualTo("organisation.erase.proposed");
        long proposal = proposals.waiting(place.scope(system), null, 50).rows().stream()
                .filter(p -> p.grant().account() == person)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(meanwhile(() -> proposals.confirm(proposal, place.scope(security)), this::erase))
                .isEqualTo("organisation.erase.role");
        person = leaves();
        assertThat(meanwhile(() -> grants.grantBySystem(role()), this::erase)).isEqualTo("organisation.erase.role");
    }

    @Test
    void whoGivesARoleWaitsForTheErasureAndIsToldOfIt() throws Exception {
        assertThat(meanwhile(this::erase, this::propose)).isEqualTo("platform.erase.done");
        person = leaves();
        assertThat(meanwhile(this::erase, () -> grants.grantBySystem(role()))).isEqualTo("platform.erase.done");
        person = leaves();
        assertThat(meanwhile(this::erase, () -> accounts.disable(person, false, system.actor())))
                .isEqualTo("platform.erase.done");
        assertThat(accounts.find(person).orElseThrow().disabled()).isTrue();
    }

    @Test
    void aConnectionToTheDatabaseIsGivenToNobodyWhoIsErased() throws Exception {
        Account leaving = accounts.find(person).orElseThrow();
        assertThat(meanwhile(this::erase, () -> connections.give("office-erased", leaving)))
                .isEqualTo("platform.erase.done");
        person = leaves();
        Account given = accounts.find(person).orElseThrow();
        assertThat(meanwhile(() -> connections.give("office-given", given), this::erase))
                .isNull();
        assertThat(jdbc.sql("select count(*) from organisation.connection where name like 'office-%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void noProposalThatIsLeftOverGivesOne() {
        erase();
        long leftOver = jdbc.sql("""
                        insert into organisation.proposal (account, role, unit, line, proposed_by, proposed_at)
                        values (?, 'READER', ?, 'TERRITORIAL', ?, now()) returning id
                        """)
                .params(person, place.village.id().value(), system.id())
                .query(Long.class)
                .single();
        assertThat(key(() -> proposals.confirm(leftOver, place.scope(security))))
                .isEqualTo("platform.erase.done");
        assertThat(wrong()).isZero();
        proposals.refuse(leftOver, "已删除", place.scope(security));
    }

    @Test
    void whoeverComesFirstNeverBothHappen() throws Exception {
        for (int i = 0; i < 20; i++) {
            person = leaves();
            CyclicBarrier together = new CyclicBarrier(2);
            Future<String> given = OTHER.submit(() -> {
                together.await();
                return key(() -> proposals.confirm(propose(), place.scope(security)));
            });
            together.await();
            String erased = key(this::erase);
            assertThat(erased == null).isNotEqualTo(given.get() == null);
            assertThat(wrong()).isZero();
        }
    }

    /** What the second is told who begins in another transaction while the first is not through; it must have waited. */
    private String meanwhile(Runnable first, Runnable second) throws Exception {
        String key = new Meanwhile(transaction, jdbc).waits("platform.account", first, () -> key(second));
        assertThat(wrong()).isZero();
        return key;
    }

    /** Erased accounts that hold a role or can be used. */
    private long wrong() {
        return jdbc.sql("""
                        select count(*) from platform.account a where erased_at is not null and (disabled_at is null
                        or exists (select from organisation.grant_ g where g.account = a.id and g.until is null))
                        """).query(Long.class).single();
    }

    /** Not by the door: a password takes long to hash, and nobody signs in. */
    private long leaves() {
        return jdbc.sql("""
                        insert into platform.account (login, name, password, created_at, disabled_at)
                        values (?, '欧阳去', 'none', now(), now()) returning id
                        """).param("given-" + ++count).query(Long.class).single();
    }

    private NewGrant role() {
        return new NewGrant(person, Role.READER, place.village.id(), Line.TERRITORIAL);
    }

    private long propose() {
        return proposals.propose(role(), place.scope(system));
    }

    private void erase() {
        erasures.erase(person, system.actor());
    }

    /** Why it was refused; null where it was not. */
    private static String key(Runnable work) {
        Refusal refusal = catchThrowableOfType(Refusal.class, work::run);
        return refusal == null ? null : refusal.key();
    }
}
