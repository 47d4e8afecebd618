package org.luodi.organisation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.luodi.platform.identity.Actor;
import org.luodi.platform.server.Settings;
import org.luodi.world.TestDatabase;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** A small tree in a database of its own, with the parts that change it, and a table that copies positions. */
public final class TestTree implements AutoCloseable {

    public static final Actor CLERK = new Actor(1, "clerk");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final List<String> PLATFORM = List.of(
            "ledger.LedgerStore",
            "ledger.Ledger",
            "files.FileStore",
            "files.StoredFiles",
            "identity.AccountStore",
            "identity.PasskeyStore",
            "identity.SessionStore",
            "identity.NewPasswords",
            "identity.Accounts");

    public final TestDatabase database = TestDatabase.fresh();
    final GenericApplicationContext context = new GenericApplicationContext();
    final JdbcClient jdbc = database.jdbc();

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    /** The nation, a province, and two counties with two towns each, each town with two villages. */
    public TestTree() {
        context.registerBean(javax.sql.DataSource.class, database::dataSource);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database.dataSource()));
        context.registerBean(
                DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(database.dataSource()));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(DataSourceTransactionManager.class)));
        context.registerBean(Clock.class, () -> Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZONE));
        context.registerBean(Settings.class, TestTree::settings);
        context.registerBean(PasswordEncoder.class, () -> new BCryptPasswordEncoder());
        context.registerBean("copy", PositionCopies.class, () -> this::copy);
        context.registerBean("duties", UnitObligations.class, () -> new Duties(jdbc));
        var reader = new AnnotatedBeanDefinitionReader(context);
        reader.register(
                Transactions.class,
                UnitStore.class,
                PositionStore.class,
                GrantStore.class,
                GrantProposalStore.class,
                ChangeStore.class,
                LevelStore.class,
                DirectoryStore.class);
        reader.register(
                Units.class,
                Grants.class,
                GrantProposals.class,
                Forest.class,
                TreeEdits.class,
                TreeWork.class,
                UnitDuties.class,
                Directory.class);
        reader.register(TreeChanges.class, TreeLoad.class, FirstTree.class);
        reader.register(TreeImport.class, ImportStore.class, RefusalStore.class, ImportSteps.class);
        for (String name : PLATFORM) {
            reader.register(platform(name));
        }
        context.refresh();
        jdbc.sql("create table copied (unit int primary key, position bigint, industry_position bigint)")
                .update();
        jdbc.sql("create table duty (id int generated always as identity, unit int not null)")
                .update();
        bean(FirstTree.class).load(rows().iterator());
        grant("0");
    }

    private static Class<?> platform(String name) {
        try {
            return Class.forName("org.luodi.platform." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<UnitRow> rows() {
        return List.of(
                UnitRow.of(1, "0", "全国", "", "nation"),
                UnitRow.of(2, "p", "省", "0", "province"),
                UnitRow.of(3, "c1", "甲县", "p", "county"),
                UnitRow.of(4, "t1", "东镇", "c1", "town"),
                UnitRow.of(5, "v1", "一村", "t1", "village"),
                UnitRow.of(6, "v2", "二村", "t1", "village"),
                UnitRow.of(7, "t2", "西镇", "c1", "town"),
                UnitRow.of(8, "c2", "乙县", "p", "county"),
                UnitRow.of(9, "t3", "南镇", "c2", "town"),
                UnitRow.of(10, "v3", "三村", "t3", "village"));
    }

    private static Settings settings() {
        return Settings.read(name ->
                name.equals("data") ? TestDatabase.FOLDER.resolve("files").toString() : null);
    }

    /** Gives the clerk's role on the subtree of a unit. */
    void grant(String code) {
        bean(Grants.class).grantBySystem(new Grants.NewGrant(CLERK.id(), Role.CLERK, id(code), Line.TERRITORIAL));
    }

    public Scope scope() {
        return bean(Grants.class).scopeOf(CLERK);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Unit unit(String code) {
        return bean(Units.class).byCode(code).orElseThrow();
    }

    public UnitId id(String code) {
        return unit(code).id();
    }

    public UnitId make(TreeChange change) {
        return bean(TreeChanges.class).make(change, scope());
    }

    TreeChange.Impact preview(TreeChange change) {
        return bean(TreeChanges.class).preview(change, scope());
    }

    UnitId add(String code, String superior) {
        return make(
                new TreeChange.Add(new TreeChange.NewUnit(code, "新" + code, "", "village", id(superior), null, false)));
    }

    <T> T together(Supplier<T> work) {
        return bean(TransactionTemplate.class).execute(status -> work.get());
    }

    /** Copies where a unit stands now, as other modules do. */
    void follow(String code) {
        jdbc.sql("insert into copied select id, position, industry_position from organisation.unit where code = :code")
                .param("code", code)
                .update();
    }

    private void copy(Line line, int[] units, Long[] positions) {
        for (int i = 0; i < units.length; i++) {
            jdbc.sql("update copied set %s = :position where unit = :unit".formatted(UnitStore.position(line)))
                    .param("position", positions[i])
                    .param("unit", units[i])
                    .update();
        }
    }

    /** Something that lies with units. */
    record Duties(JdbcClient jdbc) implements UnitObligations {

        @Override
        public long openAt(UnitId unit) {
            return jdbc.sql("select count(*) from duty where unit = :unit")
                    .param("unit", unit.value())
                    .query(Long.class)
                    .single();
        }

        @Override
        public long openIn(Interval subtree, Line line) {
            return jdbc.sql(
                            "select count(*) from duty d join organisation.unit u on u.id = d.unit where u.position >= :from and u.position < :to")
                    .param("from", subtree.from())
                    .param("to", subtree.to())
                    .query(Long.class)
                    .single();
        }

        @Override
        public void handOver(UnitId from, UnitId to, Scope by, Instant at) {
            jdbc.sql("update duty set unit = :to where unit = :from")
                    .param("to", to.value())
                    .param("from", from.value())
                    .update();
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
