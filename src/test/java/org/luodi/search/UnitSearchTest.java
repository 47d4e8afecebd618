package org.luodi.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.organisation.Directory;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.TestTree;
import org.luodi.organisation.TreeChange;
import org.luodi.organisation.Unit;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.server.Settings;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class UnitSearchTest {

    @TempDir
    Path data;

    private final TestTree tree = new TestTree();
    private final Directory directory = tree.bean(Directory.class);
    private UnitIndexing indexing;
    private UnitSearch search;

    @BeforeEach
    void plantAndIndex() {
        plant("130000", "河北省", "province", "0");
        plant("130100", "石家庄市", "city", "130000");
        plant("130102", "长安区", "county", "130100");
        plant("130102001", "建北街道", "town", "130102");
        plant("130102001001", "棉一社区", "village", "130102001");
        plant("610000", "陕西省", "province", "0");
        plant("610100", "西安市", "city", "610000");
        plant("610116", "长安区", "county", "610100");
        plant("610116001", "东长安街道", "town", "610116");
        plant("500000", "重庆市", "province", "0");
        plant("350200", "厦门市", "city", "p");
        plant("341500", "六安市", "city", "p");
        plant("340300", "蚌埠市", "city", "p");
        plant("330382", "乐清市", "county", "p");
        plant("361124", "铅山县", "county", "p");
        indexing = new UnitIndexing(
                directory,
                tree.bean(Ledger.class),
                new Settings(0, data, Optional.empty(), false, ZoneId.of("Asia/Shanghai")),
                tree.bean(DataSourceTransactionManager.class));
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("indexing", indexing);
        search = new UnitSearch(beans.getBeanProvider(UnitIndexing.class), directory);
        indexing.catchUp();
    }

    @AfterEach
    void close() {
        indexing.start();
        indexing.stop();
        tree.close();
    }

    @ParameterizedTest
    @CsvSource({
        "河北省, 130000",
        "家庄, 130100",
        "sjz, 130100",
        "shijiazhuang, 130100",
        "jiazhuang, 130100",
        "shijiazh, 130100",
        "石家庄 长安, 130102",
        "长安 西安, 610116",
        "sjz changan, 130102",
        "1301020010, 130102001001",
        "１３０１０２００１００１, 130102001001",
        "棉, 130102001001",
        "建北, 130102001"
    })
    void aUnitIsFoundFirst(String typed, String code) {
        assertThat(codes(typed)).first().isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "chongqing, 500000",
        "cqs, 500000",
        "xiamen, 350200",
        "luan, 341500",
        "bengbu, 340300",
        "yueqing, 330382",
        "yanshan, 361124"
    })
    void placesAreReadAsTheirPeopleReadThem(String typed, String code) {
        assertThat(codes(typed)).contains(code);
    }

    @Test
    void exactStandsBeforeBeginningBeforeInsideAndHigherLevelsFirst() {
        assertThat(codes("长安区")).containsExactlyInAnyOrder("130102", "610116");
        assertThat(codes("长安")).hasSize(3).endsWith("610116001");
        assertThat(codes("区")).contains("130102", "130102001001");
    }

    @Test
    void nothingOutsideTheScopeIsFound() {
        Grant grant = new Grant(
                Role.READER,
                tree.id("610100"),
                Line.TERRITORIAL,
                tree.unit("610100").territorial());
        Scope xian = new Scope(TestTree.CLERK, List.of(grant), tree.scope().treeVersion());

        assertThat(search.find("长安", xian).hits())
                .extracting(h -> h.unit().code())
                .containsExactly("610116", "610116001");
        assertThat(search.find("长安", xian).hits().get(0).superiors()).containsExactly("西安市");
        assertThat(search.find("长安", new Scope(TestTree.CLERK, List.of(), 1)).hits())
                .isEmpty();
    }

    @Test
    void aNewNameIsFoundAndTheOldOneNoLonger() {
        Unit unit = tree.unit("130102");
        tree.make(new TreeChange.Rename(unit.id(), unit.version(), "新华区"));
        indexing.catchUp();

        assertThat(codes("xinhua")).containsExactly("130102");
        assertThat(codes("长安区")).containsExactly("610116");
    }

    @Test
    void whatLiesBelowAMovedUnitIsFoundBelowItsNewSuperior() {
        Unit unit = tree.unit("130102");
        tree.make(new TreeChange.Move(unit.id(), unit.version(), Line.TERRITORIAL, tree.id("610100")));
        indexing.catchUp();

        assertThat(codes("西安 棉一")).containsExactly("130102001001");
        assertThat(codes("石家庄 棉一")).isEmpty();
    }

    @Test
    void theNextStartGoesOnWhereTheLastOneStopped() {
        indexing.start();
        indexing.stop();
        plant("130199", "别处", "county", "130100");
        indexing.catchUp();

        assertThat(codes("别处")).containsExactly("130199");
        assertThat(codes("厦门")).containsExactly("350200");
    }

    @Test
    void withoutAnIndexBeginningsAreFoundAndTheProgressIsTold() {
        var none = new UnitSearch(new DefaultListableBeanFactory().getBeanProvider(UnitIndexing.class), directory);
        assertThat(none.find("1301", tree.scope()).percent()).isZero();
        assertThat(none.find("长安", tree.scope()).hits()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "!!!",
                "*",
                "长*安",
                "name:长安 OR *:*",
                "\"(",
                "a b c d e f g",
                "^",
                "\u0000\u0007",
                "\uD800",
                "%_\\"
            })
    void hostileQueriesAreHarmless(String typed) {
        search.find(typed, tree.scope());
        search.find(typed.repeat(20_000), tree.scope());
        search.find("xianan".repeat(5_000), tree.scope());
    }

    private List<String> codes(String typed) {
        return search.find(typed, tree.scope()).hits().stream()
                .map(h -> h.unit().code())
                .toList();
    }

    private void plant(String code, String name, String level, String superior) {
        tree.make(new TreeChange.Add(new TreeChange.NewUnit(code, name, "", level, tree.id(superior), null, false)));
    }
}
