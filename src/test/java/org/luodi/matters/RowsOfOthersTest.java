package org.luodi.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.claims.Claims;
import org.luodi.evidence.Evidence;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.platform.NotFound;
import org.luodi.platform.identity.Account;
import org.luodi.platform.server.OfficeRole;
import org.luodi.promises.Promises;
import org.luodi.relays.Relays;
import org.luodi.voice.Reports;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.luodi.world.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The database says the same as the scope: under another person's role the stores' own queries find nothing. */
@OnTheTree
class RowsOfOthersTest {

    /** Open to every office as they are: they hold no record of a unit's work, or nothing but sums. */
    private static final Set<String> OPEN = Set.of("claims.catalogue", "relays.batch_end");

    @Autowired
    Matters matters;

    @Autowired
    Claims claims;

    @Autowired
    Relays relays;

    @Autowired
    Reports reports;

    @Autowired
    Promises promises;

    @Autowired
    Evidence evidence;

    @Autowired
    Grants grants;

    @Autowired
    Place place;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Value("${luodi.db.url}")
    String url;

    private Account clerk;
    private Account reader;
    private Account stranger;
    private MatterId matter;

    @BeforeEach
    void oneOfEachInACounty() {
        clerk = place.account(Role.CLERK, place.county);
        reader = place.account(Role.READER, place.county);
        stranger = place.account(Role.CLERK, place.neighbour);
        matter = matters.raise(
                new NewMatter(null, place.village.id(), 1, 1, 2, null, null, Detail.titled("问题")),
                grants.scopeOf(clerk.actor()));
        Map<String, Object> at = Map.of(
                "village", place.village.id().value(),
                "county", place.county.id().value(),
                "low", place.village.at().territorial(),
                "high", place.county.at().territorial(),
                "matter", matter.value(),
                "code", "R" + "%010d".formatted(matter.value()));
        write(at, """
                insert into claims.claim (state, lever, category, line, sender, sender_position, asked, asked_position, sent_on, due,
                    matters, changed_by, changed_at)
                values ('sent', 'rule', 1, 'territorial', :village, :low, :county, :high, current_date, current_date, 1, 0, now())
                """);
        write(at, """
                insert into relays.relay (kind, giver, giver_position, receiver, receiver_position, opened_by, opened_at)
                values ('unit', :village, :low, :county, :high, 0, now())
                """);
        write(at, """
                insert into voice.report (code, secret, stage, place, receiver, receiver_position, asked, asked_position, category, way,
                    received_on, asked_on, due, changed_by, changed_at)
                values (:code, sha256('x'), 'received', :village, :village, :low, :village, :low, 1, 'web',
                    current_date, current_date, current_date, 0, now())
                """);
        write(at, """
                insert into promises.promise (matter, unit, position, deed, title, words, state, proposed_by, proposed_at)
                values (:matter, :village, :low, false, '承诺', '承诺', 'proposed', 0, now())
                """);
    }

    private void write(Map<String, Object> at, String sql) {
        jdbc.sql(sql).params(at).update();
    }

    /** The lists of each module, asked with a scope. */
    private Map<String, Function<Scope, List<?>>> lists() {
        Map<String, Function<Scope, List<?>>> lists = new LinkedHashMap<>();
        MatterFilter all = MatterFilter.read(Map.of(), place.county.id());
        lists.put("matters", s -> matters.list(all, s, null, 50).rows());
        lists.put(
                "claims",
                s -> claims.list(Claims.Box.ANSWER, false, s, new Claims.Slot(null, 50))
                        .rows());
        lists.put("relays", s -> relays.list(true, s, null, 50).rows());
        lists.put("promises", s -> promises.waiting(s, null, 50).rows());
        lists.put("evidence", s -> evidence.of(matter, s, null, 50).rows());
        return lists;
    }

    @Test
    void theStoresFindTheSameUnderTheOwnRoleAndNothingUnderAnothers() {
        Scope scope = grants.scopeOf(clerk.actor());
        lists().forEach((name, list) -> {
            List<?> owner = list.apply(scope);
            if (!name.equals("evidence")) {
                assertThat(owner).as(name).isNotEmpty();
                assertThat(as(stranger, () -> list.apply(scope))).as(name).isEmpty();
            } else {
                assertThatThrownBy(() -> as(stranger, () -> list.apply(scope))).isInstanceOf(NotFound.class);
            }
            assertThat(as(clerk, () -> list.apply(scope)).toString()).as(name).isEqualTo(owner.toString());
        });
        assertThat(as(stranger, this::reports)).isEmpty();
        assertThat(as(clerk, this::reports)).isNotEmpty();
    }

    private List<Long> reports() {
        return jdbc.sql("select id from voice.report where receiver = :unit or asked = :unit")
                .param("unit", place.village.id().value())
                .query(Long.class)
                .list();
    }

    @Test
    void everyTableThatAnOfficeReadsKnowsItsRows() {
        List<String> bare =
                jdbc.sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and not c.relrowsecurity and has_table_privilege(:role, c.oid, 'select')
                          and has_schema_privilege(:role, n.oid, 'usage')
                          and n.nspname not in ('pg_catalog', 'information_schema', 'organisation', 'overview')
                        """).param("role", OfficeRole.NAME).query(String.class).list();
        assertThat(bare.stream().filter(t -> !t.endsWith(".schema_history"))).containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void whoOnlyReadsWritesNothingAndWhoWorksNothingOfOthers() {
        String touch = "update matters.matter set version = version where id = " + matter.value();
        assertThat(as(clerk, () -> jdbc.sql(touch).update())).isEqualTo(1);
        assertThat(as(reader, () -> jdbc.sql(touch).update())).isZero();
        assertThat(as(stranger, () -> jdbc.sql(touch).update())).isZero();
        String seen = "select count(*) from matters.matter where id = " + matter.value();
        assertThat(as(reader, () -> number(seen))).isEqualTo(1);
        String away = "update matters.matter set position = "
                + place.neighbour.at().territorial() + " where id = " + matter.value();
        assertThatThrownBy(() -> as(clerk, () -> jdbc.sql(away).update()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void anAdministratorSeesNoRecordsInTheDatabaseEither() {
        for (Role role : List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)) {
            Account administrator = place.account(role, place.county);
            assertThat(as(administrator, () -> number("select count(*) from matters.matter")))
                    .isZero();
        }
    }

    @Test
    void neitherRolesNorTheTreeAreWrittenThroughSuchAConnection() {
        for (String sql : List.of(
                "insert into organisation.grant_ (account, role, unit, line, since) values (1, 'CLERK', 1, 'TERRITORIAL', now())",
                "update organisation.proposal set outcome = 'CONFIRMED'",
                "insert into organisation.connection values ('x', 1, now())",
                "update organisation.unit set position_end = position_end",
                "select * from organisation.grant_")) {
            assertThatThrownBy(() -> as(clerk, () -> jdbc.sql(sql).update()))
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theLedgerShowsWhatCountsForTheOwnUnitsAndNothingThatIsAudited() {
        String raised = "select count(*) from platform.entry where kind = 'matter' and subject = " + matter.value();
        assertThat(as(clerk, () -> number(raised))).isPositive();
        assertThat(as(stranger, () -> number(raised))).isZero();
        assertThat(as(
                        clerk,
                        () -> number(
                                "select count(*) from platform.entry where kind in ('grant', 'export', 'account')")))
                .isZero();
    }

    /** A login of his own, as somebody with a reporting tool has it: it cannot say that it is somebody else. */
    @Test
    void aConnectionIsWhoseverTheTableSaysAndCannotSayOtherwise() throws SQLException {
        String login = TestDatabase.office("office" + matter.value());
        try (var connection = DriverManager.getConnection(url, login, login);
                var statement = connection.createStatement()) {
            statement.execute("set role " + OfficeRole.NAME);
            String count = "select count(*) from matters.matter where id = " + matter.value();
            assertThat(first(statement, count)).isZero();
            statement.execute("set luodi.account = '" + clerk.id() + "'");
            assertThat(first(statement, count)).isZero();
            jdbc.sql("insert into organisation.connection values (:login, :account, now())")
                    .param("login", login)
                    .param("account", clerk.id())
                    .update();
            assertThat(first(statement, count)).isEqualTo(1);
            grants.revoke(
                    grants.of(clerk.actor()).get(0).id(),
                    grants.scopeOf(
                            place.account(Role.SECURITY_ADMIN, place.county).actor()));
            assertThat(first(statement, count)).isZero();
        }
    }

    private static long first(java.sql.Statement statement, String sql) throws SQLException {
        var rows = statement.executeQuery(sql);
        rows.next();
        return rows.getLong(1);
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** Does the work on a connection with the role of an office, for one person. */
    private <T> T as(Account account, Supplier<T> work) {
        return transactions.execute(status -> {
            jdbc.sql("select set_config('luodi.account', :account, true), set_config('role', :role, true)")
                    .param("account", Long.toString(account.id()))
                    .param("role", OfficeRole.NAME)
                    .query((row, i) -> row.getString(1))
                    .single();
            T found = work.get();
            status.setRollbackOnly();
            return found;
        });
    }
}
