package org.luodi.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luodi.sheets.SheetTables.row;
import static org.luodi.sheets.SheetTables.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.server.Settings;
import org.luodi.world.OnTheTree;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The form that brings a sheet, as a browser sends it. */
@OnTheTree
class SheetUploadTest {

    @LocalServerPort
    int port;

    @Autowired
    SheetImports imports;

    @Autowired
    Grants grants;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings settings;

    private SheetDesk clerk;
    private byte[] file;

    @BeforeEach
    void aClerkWithAFile() throws IOException {
        clerk = SheetDesk.of(imports, grants, units, accounts, "130125");
        file = workbook(List.of(row("上传-" + System.nanoTime(), "漏雨", "南桥镇")))
                .content()
                .readAllBytes();
    }

    @Test
    void aFileWithTheTokenOfItsFormIsKeptAndShown() {
        Visitor visitor = clerk.visitor(port);
        var answer =
                visitor.upload("/sheets", "台账.xlsx", file, Map.of("batch", "2", "_csrf", visitor.token("/sheets")));
        assertThat(answer.statusCode()).isEqualTo(302);
        Sheet sheet = clerk.settled(Visitor.next(answer));
        assertThat(sheet.name()).isEqualTo("台账.xlsx");
        assertThat(visitor.page(Visitor.next(answer)).text()).contains("漏雨", "新建 1");
    }

    @Test
    void aFileWithoutTheTokenIsForbiddenAndNothingIsStored() throws IOException {
        Visitor visitor = clerk.visitor(port);
        visitor.page("/sheets");
        List<Long> before = stored();
        for (Map<String, String> fields : List.of(
                Map.of("batch", "2"), Map.of("batch", "2", "_csrf", ""), Map.of("batch", "2", "_csrf", "guessed"))) {
            var answer = visitor.upload("/sheets", "台账.xlsx", file, fields);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Visitor.text(answer)).contains("页面打开得太久", "没有生效");
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void aFileFromSomebodyNotSignedInIsForbiddenAndNothingIsStored() throws IOException {
        List<Long> before = stored();
        Visitor stranger = new Visitor(port);
        String token = stranger.token("/sign-in");
        assertThat(stranger.upload("/sheets", "台账.xlsx", file, Map.of("batch", "2"))
                        .statusCode())
                .isEqualTo(403);
        var answer = stranger.upload("/sheets", "台账.xlsx", file, Map.of("batch", "2", "_csrf", token));
        assertThat(Visitor.next(answer)).isEqualTo("/sign-in");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void aFormWithoutAFileIsAnsweredPlainly() {
        Visitor visitor = clerk.visitor(port);
        String token = visitor.token("/sheets");
        var answer = visitor.upload("/sheets", "", new byte[0], Map.of("batch", "2", "_csrf", token));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Visitor.text(answer)).contains("role=\"alert\"");
        var unknown = visitor.upload("/sheets", "台账.xlsx", file, Map.of("batch", "99", "_csrf", token));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(imports.list(clerk.scope(), null, 10).rows()).isEmpty();
    }

    /** How many sheets, file entries and files on the disk there are. */
    private List<Long> stored() throws IOException {
        try (Stream<Path> files = Files.walk(settings.data().resolve("files"))) {
            return List.of(
                    count("sheets.sheet"),
                    count("platform.file"),
                    files.filter(Files::isRegularFile).count());
        }
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
