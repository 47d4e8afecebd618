package org.luodi.papers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luodi.matters.Command;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.matters.Task;
import org.luodi.matters.Verb;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.papers.OfficePackage;
import org.luodi.platform.exchange.Cell;
import org.luodi.platform.exchange.SheetLimits;
import org.luodi.platform.exchange.SheetReader;
import org.luodi.platform.exchange.SheetRows;
import org.luodi.platform.exchange.Sheets;
import org.luodi.platform.identity.Account;
import org.luodi.world.OnTheTree;
import org.luodi.world.Pages;
import org.luodi.world.Place;
import org.luodi.world.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** The three lists of a filter in one workbook: the same matters on each sheet, none missing, nothing that a program would run. */
@OnTheTree
class ThreeListsTest {

    @TempDir
    Path folder;

    @Autowired
    Pages pages;

    @Autowired
    Matters matters;

    @Autowired
    Place place;

    private Account clerk;
    private Scope scope;
    private final String mark = "清" + System.nanoTime();

    @BeforeEach
    void moreMattersThanAPageHolds() {
        clerk = place.account(Role.CLERK, place.town);
        scope = place.scope(clerk);
        matters.raise(
                IntStream.range(0, 210)
                        .mapToObj(i -> draft("=1+" + i + "|" + mark))
                        .toList(),
                scope);
        MatterId id = matters.raise(draft("有任务的" + mark), scope);
        LocalDate due = Today.day().plusDays(9);
        matters.move(id, next(id, Verb.PLACE).due(due), scope);
        matters.move(id, next(id, Verb.ACT).measures("换新栏杆").due(due), scope);
        matters.addTask(id, version(id), Task.of("买材料", "李四", due), scope);
        matters.addTask(id, version(id), Task.of("装栏杆", "王五", due), scope);
        long first = matters.tasks(id, scope).get(0).id();
        matters.finishTask(id, version(id), Task.done(first, "发票", "已买齐"), scope);
    }

    @Test
    void eachSheetHoldsEveryMatterOfTheFilterAndTheTasksStandInRowsOfTheirOwn() throws Exception {
        byte[] content = file("/papers/three-lists.xlsx?q=" + encoded()).getContentAsByteArray();
        Path kept = Files.write(folder.resolve("three.xlsx"), content);
        Files.createDirectories(Path.of("target/papers"));
        Files.write(Path.of("target/papers/three-lists.xlsx"), content);
        OfficePackage.whole(content);
        try (SheetReader reader = Sheets.open(kept, "three.xlsx", SheetLimits.standard())) {
            assertThat(reader.sheets()).containsExactly("问题清单", "责任清单", "任务清单");
            List<String> problems = numbers(reader, 0);
            assertThat(problems).hasSize(211).doesNotHaveDuplicates();
            assertThat(numbers(reader, 1)).isEqualTo(problems);
            assertThat(numbers(reader, 2)).hasSize(212);
            assertThat(numbers(reader, 2).stream().distinct()).containsExactlyElementsOf(problems);
            List<String> tasks =
                    rows(reader, 2).stream().filter(r -> r.contains("有任务的")).toList();
            assertThat(tasks).hasSize(2);
            assertThat(tasks.get(0))
                    .contains("换新栏杆", "买材料", "李四", "已买齐", "发票", Today.day().toString());
            assertThat(tasks.get(1)).contains("装栏杆", "王五");
            assertThat(rows(reader, 1)).anyMatch(r -> r.contains(place.village.name()));
        }
        assertThat(new String(
                        OfficePackage.whole(content).parts().get("/xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8))
                .contains("=1+7|")
                .doesNotContain("<f>");
    }

    @Test
    void theListOffersItAndOnlyWhatIsInSightIsGivenAway() throws Exception {
        String list =
                send("/matters?q=" + encoded() + "&stage=raised", clerk).getContentAsString(StandardCharsets.UTF_8);
        String link = Jsoup.parse(list).select("a[href^=/papers/three-lists]").attr("href");
        assertThat(link).contains("stage=raised");
        String direct = send(link, clerk).getRedirectedUrl();
        assertThat(direct).startsWith("/papers/three-lists.xlsx?").contains("stage=raised");
        Path kept = Files.write(folder.resolve("raised.xlsx"), file(direct).getContentAsByteArray());
        try (SheetReader reader = Sheets.open(kept, "raised.xlsx", SheetLimits.standard())) {
            assertThat(numbers(reader, 0)).hasSize(210);
        }
        Account stranger = place.account(Role.CLERK, place.neighbour);
        assertThat(send("/papers/three-lists.xlsx?unit=" + place.town.id().value(), stranger)
                        .getStatus())
                .isEqualTo(404);
        assertThat(file("/papers/three-lists.xlsx?q=nothing-at-all-" + encoded())
                        .getStatus())
                .isEqualTo(200);
    }

    private String encoded() {
        return java.net.URLEncoder.encode(mark, StandardCharsets.UTF_8);
    }

    private NewMatter draft(String title) {
        return new NewMatter(null, place.village.id(), 12, 1, 2, null, null, Detail.titled(title));
    }

    private Command next(MatterId id, Verb verb) {
        return Command.of(verb, version(id), null);
    }

    private int version(MatterId id) {
        return matters.visible(id, scope).matter().version();
    }

    private static List<String> numbers(SheetReader reader, int sheet) {
        return cells(reader, sheet).stream().map(r -> r.get(0).text()).toList();
    }

    private static List<String> rows(SheetReader reader, int sheet) {
        return cells(reader, sheet).stream()
                .map(r -> String.join("|", r.stream().map(Cell::text).toList()))
                .toList();
    }

    /** Without the headings. */
    private static List<List<Cell>> cells(SheetReader reader, int sheet) {
        List<List<Cell>> cells = new ArrayList<>();
        try (SheetRows rows = reader.rows(sheet)) {
            rows.next();
            rows.forEachRemaining(row -> cells.add(row.cells()));
        }
        return cells;
    }

    private MockHttpServletResponse file(String path) throws Exception {
        MockHttpServletResponse response = send(path, clerk);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains(".xlsx");
        return response;
    }

    private MockHttpServletResponse send(String path, Account account) throws Exception {
        return pages.send(get(java.net.URI.create(path)), account);
    }
}
