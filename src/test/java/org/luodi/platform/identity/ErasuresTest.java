package org.luodi.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.GrantProposals;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An erased account is a number: nothing in any table says who it was, and what it did stands. */
@OnTheTree
class ErasuresTest {

    private static final String PASSWORD = "a long password";
    private static int count;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Units units;

    @Autowired
    Place place;

    @Autowired
    GrantProposals proposals;

    @Autowired
    Erasures erasures;

    @Autowired
    PersonalFiles files;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    private Account system;
    private Account person;

    @BeforeEach
    void somebodyWhoLeaves() {
        system = place.account(Role.SYSTEM_ADMIN, place.county);
        String login = "leaves-" + ++count;
        person = accounts.create(login, "欧阳离" + count + "号", PASSWORD, Actor.SYSTEM);
    }

    @Test
    void nothingSaysAnyMoreWhoItWasAndWhatItDidStands() {
        Visitor visitor = Visitor.signedIn(port, person.login(), PASSWORD);
        List<String> traces = leaveTraces();
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
        long before = entries();
        accounts.disable(person.id(), true, system.actor());
        assertThat(whereIs(List.of(person.name()))).containsExactly("platform.account");

        erasures.erase(person.id(), system.actor());

        assertThat(whereIs(traces)).isEmpty();
        for (String table : List.of("session", "device", "token", "second_step", "passkey_owner", "passkey")) {
            assertThat(rows("platform." + table)).as(table).isZero();
        }
        assertThat(rows("days.digest") + rows("days.calendar") + rows("organisation.connection"))
                .isZero();
        assertThat(entries()).isEqualTo(before + 2);
        Entry entry = ledger.about(new Subject("account", person.id()), null, 1)
                .rows()
                .get(0);
        assertThat(entry.verb()).isEqualTo("erased");
        assertThat(entry.body().isEmpty()).isTrue();
        assertThat(visitor.get("/me").statusCode()).isEqualTo(302);
        String name = "已删除的账号 #" + person.id() + " / Erased account #" + person.id();
        assertThat(accounts.names(List.of(person.id()))).containsEntry(person.id(), name);
        assertThat(accounts.find(person.id()).orElseThrow().name()).isEqualTo(name);
    }

    @Test
    void theNameIsFreeAndNobodySignsInAsBefore() {
        accounts.disable(person.id(), true, system.actor());
        erasures.erase(person.id(), system.actor());
        assertThat(Visitor.signedIn(port, person.login(), PASSWORD).get("/me").statusCode())
                .isEqualTo(302);
        Account next = accounts.create(person.login(), "另一个人", PASSWORD, Actor.SYSTEM);
        assertThat(next.id()).isNotEqualTo(person.id());
        assertThat(key(() -> accounts.disable(person.id(), false, system.actor())))
                .isEqualTo("platform.erase.done");
        assertThat(key(() -> accounts.resetPassword(person.id(), "another long one", system.actor())))
                .isEqualTo("platform.erase.done");
        assertThat(key(() -> files.handOut(person.id(), "还要", system.actor()))).isEqualTo("platform.erase.done");
        assertThat(key(() -> erasures.erase(person.id(), system.actor()))).isEqualTo("platform.erase.done");
        assertThatThrownBy(() -> jdbc.sql("update platform.account set name = '又来' where id = ?")
                        .param(person.id())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoeverIsNeededIsNotErased() {
        assertThat(key(() -> erasures.erase(person.id(), system.actor()))).isEqualTo("platform.erase.enabled");
        assertThat(key(() -> erasures.erase(system.id(), system.actor()))).isEqualTo("platform.erase.self");
        assertThatThrownBy(() -> erasures.erase(999_999_999, system.actor())).isInstanceOf(NotFound.class);

        Account clerk = place.account(Role.CLERK, place.village);
        accounts.disable(clerk.id(), true, system.actor());
        Refusal role = refusal(() -> erasures.erase(clerk.id(), system.actor()));
        assertThat(role.key()).isEqualTo("organisation.erase.role");
        assertThat(role.args()).containsExactly("organisation.role.CLERK", place.village.name());

        accounts.disable(person.id(), true, system.actor());
        long proposal = proposals.propose(
                new Grants.NewGrant(person.id(), Role.READER, place.village.id(), Line.TERRITORIAL),
                place.scope(system));
        assertThat(key(() -> erasures.erase(person.id(), system.actor()))).isEqualTo("organisation.erase.proposed");
        proposals.withdraw(proposal, place.scope(system));
        assertThat(erasures.hindrance(person.id(), system.actor())).isEmpty();
    }

    @Test
    void theLastOfItsKindIsToldSo() {
        jdbc.sql("update organisation.grant_ set until = now() where role = 'AUDIT_ADMIN' and until is null")
                .update();
        Account last = place.account(Role.AUDIT_ADMIN, place.county);
        Refusal refused = refusal(() -> erasures.erase(last.id(), system.actor()));
        assertThat(refused.key()).isEqualTo("organisation.erase.last");
        assertThat(refused.args()).containsExactly("organisation.role.AUDIT_ADMIN");
        place.account(Role.AUDIT_ADMIN, place.county);
        assertThat(key(() -> erasures.erase(last.id(), system.actor()))).isEqualTo("organisation.erase.role");
    }

    @Test
    void aPageSaysFirstWhatGoesAndWhatStays() {
        Visitor visitor = Visitor.signedIn(port, system.login(), PASSWORD);
        String page = "/people/" + person.id();
        Document still = visitor.page(page + "/erasure");
        assertThat(still.text()).contains("请先在这个人的页面停用账号", "删掉什么", "留下什么", "编号 " + person.id());
        assertThat(still.select("main form")).isEmpty();
        assertThat(visitor.post(page, page + "/erasure", Map.of()).statusCode()).isEqualTo(422);

        accounts.disable(person.id(), true, system.actor());
        HttpResponse<byte[]> erased = visitor.post(page + "/erasure", page + "/erasure", Map.of());
        assertThat(Visitor.next(erased)).isEqualTo(page);
        Document left = visitor.page(page);
        assertThat(left.text()).contains("账号已删除", "已删除的账号 #" + person.id()).doesNotContain(person.login());
        assertThat(left.select("main form")).isEmpty();
        assertThat(visitor.page("/people").text()).doesNotContain(person.login());
        Account auditor = place.account(Role.AUDIT_ADMIN, units.byCode("0").orElseThrow());
        assertThat(Visitor.signedIn(port, auditor.login(), PASSWORD)
                        .page("/audit?person=" + person.id())
                        .text())
                .contains("删除账号", "已删除的账号 #" + person.id());
    }

    @Test
    void aProgramErasesUnderTheSameRules() throws Exception {
        String bearer = "Bearer " + accounts.createToken(system.actor(), "程序");
        assertThat(put(bearer).statusCode()).isEqualTo(422);
        accounts.disable(person.id(), true, system.actor());
        HttpResponse<byte[]> answer = put(bearer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Visitor.text(answer))
                .contains("\"login\":null", "\"disabled\":true")
                .doesNotContain(person.login());
        assertThat(put("Bearer "
                                + accounts.createToken(
                                        place.account(Role.CLERK, place.county).actor(), "程序"))
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<byte[]> put(String bearer) throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://localhost:" + port + "/api/people/" + person.id() + "/erasure"))
                .header("Authorization", bearer)
                .PUT(java.net.http.HttpRequest.BodyPublishers.noBody())
                .build();
        return java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Something in every table that knows an account; returns the words that must be gone. */
    private List<String> leaveTraces() {
        String mark = "trace" + count + "q";
        accounts.createToken(person.actor(), mark + "-token");
        files.handOut(person.id(), mark + "-reason", system.actor());
        insert(
                "insert into days.digest (account, address, hour, language, done_on) values (?, ?, 9, 'zh', current_date)",
                mark + "@a.cn");
        insert("insert into organisation.connection (account, name, since) values (?, ?, now())", mark + "_login");
        insert(
                "insert into days.calendar (account, digest, created_at) values (?, sha256(?::bytea), now())",
                mark + "-c");
        insert("insert into days.looked (account, upto) values (?, length(?))", "1");
        insert("insert into platform.second_step (account, secret, made_at) values (?, ?::bytea, now())", mark + "-s");
        insert("insert into platform.recovery_code (account, digest) values (?, sha256(?::bytea))", mark);
        insert("insert into platform.passkey_owner (account, handle) values (?, ?::bytea)", mark + "-h");
        insert("""
                insert into platform.passkey (account, credential, label, public_key, signatures, verified, backup_eligible, backed_up,
                    transports, made_at, used_at)
                values (?, ?::bytea, '%s-label', 'k', 0, true, false, false, '{}', now(), now())
                """.formatted(mark), mark + "-p");
        return new ArrayList<>(List.of(
                person.login(),
                person.name(),
                mark + "-token",
                mark + "-reason",
                mark + "@a.cn",
                mark + "_login",
                mark + "-label"));
    }

    private void insert(String sql, String text) {
        jdbc.sql(sql).params(person.id(), text).update();
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where account = ?")
                .param(person.id())
                .query(Long.class)
                .single();
    }

    private long entries() {
        return jdbc.sql("select count(*) from platform.entry where kind = 'account' and subject = ?")
                .param(person.id())
                .query(Long.class)
                .single();
    }

    /** Every table of ours whose rows have one of the words anywhere in them; not the 665,277 units, which no person is written into. */
    private List<String> whereIs(List<String> words) {
        return jdbc.sql("""
                        select schemaname || '.' || tablename from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'unit' order by 1
                        """).query(String.class).list().stream()
                .filter(table -> jdbc.sql("""
                                select exists (select from %s t, unnest(?::text[]) as w (s) where strpos(t::text, w.s) > 0)
                                """.formatted(table))
                        .param(words.toArray(String[]::new))
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private static String key(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return refusal(work).key();
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(Refusal.class, work);
    }
}
