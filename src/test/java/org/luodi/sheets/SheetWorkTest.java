package org.luodi.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.luodi.sheets.SheetTables.row;
import static org.luodi.sheets.SheetTables.workbook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.ledger.Ledger;
import org.luodi.sheets.Sheet.Outcome;
import org.luodi.sheets.Sheet.State;
import org.luodi.world.OnTheTree;
import org.luodi.world.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Work that is stopped, fails or is cut by a restart, and what the person sees of it meanwhile. */
@OnTheTree
class SheetWorkTest {

    private static final int ROWS = 5_000;

    /** Portions are of 2,000 rows: the third one fails. */
    private static final int FAILING = 4_500;

    private static final int CUTS = 4;

    @LocalServerPort
    int port;

    @Autowired
    SheetImports imports;

    @Autowired
    SheetStore store;

    @Autowired
    SheetRowStore rows;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    SheetWork work;

    @Autowired
    SheetReading reading;

    @Autowired
    Grants grants;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString().substring(0, 8) + "-";
    private SheetDesk clerk;
    private Visitor visitor;
    private Sheet read;

    @BeforeEach
    void aSheetThatIsReady() {
        clerk = SheetDesk.of(imports, grants, units, accounts, "130125");
        visitor = clerk.visitor(port);
        read = clerk.read(workbook(IntStream.range(0, ROWS)
                .mapToObj(i -> row(mark + i, "漏雨", "南桥镇"))
                .toList()));
        assertThat(imports.counts(read).of(Outcome.CREATE)).isEqualTo(ROWS);
    }

    @Test
    void whatFailsOnItsWaySaysSoKeepsWhatIsWrittenAndGoesOnWhenAskedTo() {
        Sheet failed = failing();
        assertThat(failed.state()).isEqualTo(State.CANCELLED);
        assertThat(written()).isEqualTo(4_000);
        assertThat(imports.counts(failed).appliedOf(Outcome.CREATE)).isEqualTo(4_000);
        assertThat(visitor.page(path()).text()).contains("系统出了意外", "已写入的 4,000 行保留", "继续导入剩下的 1,000 行");
        assertThat(visitor.english(path()).text()).contains("Something unexpected happened", "1,000");
        Sheet done = clerk.apply(failed);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(written()).isEqualTo(ROWS);
    }

    @Test
    void applyingThatARestartCutGoesOnWithWhatIsLeft() {
        failing();
        assertThat(store.become(read.id(), State.CANCELLED, State.APPLYING, Instant.now()))
                .isTrue();
        work.goOn();
        Sheet done = clerk.settled(read);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(imports.counts(done).appliedOf(Outcome.CREATE)).isEqualTo(ROWS);
        assertThat(written()).isEqualTo(ROWS);
    }

    @Test
    void aDatabaseThatIsAwayForAMomentEndsNoWork() {
        imports.apply(read);
        for (int i = 0; i < CUTS; i++) {
            await().ignoreExceptions().until(this::cut);
        }
        Sheet done = await().ignoreExceptions()
                .atMost(Duration.ofSeconds(60))
                .until(() -> clerk.settled(read), sheet -> sheet.state() == State.DONE);
        assertThat(imports.counts(done).appliedOf(Outcome.CREATE)).isEqualTo(ROWS);
        assertThat(written()).isEqualTo(ROWS);
    }

    /** Ends every other connection to the database. */
    private boolean cut() {
        return jdbc.sql("""
                        select count(pg_terminate_backend(pid)) > 0 from pg_stat_activity
                        where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
                        """).query(Boolean.class).single();
    }

    @Test
    void readingThatARestartCutBeginsAnew() {
        store.become(read.id(), State.READY, State.READING, Instant.now());
        jdbc.sql("delete from sheets.sheet_row where sheet = :sheet and row > 1000")
                .param("sheet", read.id())
                .update();
        work.goOn();
        Sheet again = clerk.settled(read);
        assertThat(again.state()).isEqualTo(State.READY);
        assertThat(imports.counts(again).of(Outcome.CREATE)).isEqualTo(ROWS);
    }

    @Test
    void whoeverTakesUpTheWorkLastDoesItAlone() {
        store.become(read.id(), State.READY, State.READING, Instant.now());
        Sheet first = store.take(read.id()).orElseThrow();
        Sheet second = store.take(read.id()).orElseThrow();
        assertThatThrownBy(() -> reading.read(first)).isInstanceOf(SheetStore.TakenOver.class);
        assertThat(imports.counts(read).of(Outcome.CREATE)).isEqualTo(ROWS);
        assertThat(reading.read(second)).isEqualTo(State.READY);
        assertThat(imports.counts(read).of(Outcome.CREATE)).isEqualTo(ROWS);
        store.become(read.id(), State.READING, State.READY, Instant.now());
        assertThat(store.take(read.id())).isEmpty();
    }

    @Test
    void aSheetBroughtWhileTheServerComesUpIsReadOnce() {
        store.become(read.id(), State.READY, State.READING, Instant.now());
        work.begin(read.id());
        work.goOn();
        Sheet again = clerk.settled(read);
        assertThat(again.state()).isEqualTo(State.READY);
        Sheet done = clerk.apply(again);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(written()).isEqualTo(ROWS);
    }

    @Test
    void whileItRunsThePageShowsHowFarItIsAndStopsItWhenAskedTo() {
        store.become(read.id(), State.READY, State.APPLYING, Instant.now());
        store.percent(read.id(), 40);
        Document page = visitor.page(path());
        assertThat(page.select("progress").attr("value")).isEqualTo("40");
        assertThat(page.select("meta[http-equiv=refresh]")).hasSize(1);
        assertThat(page.select("form[action$=/applications]")).isEmpty();
        assertThat(visitor.post(path(), path() + "/cancellations", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(visitor.page(path()).text()).contains("正在停止");

        work.goOn();
        Sheet stopped = clerk.settled(read);
        assertThat(stopped.state()).isEqualTo(State.CANCELLED);
        assertThat(written()).isZero();
        assertThat(visitor.page(path()).text()).contains("已写入的 0 行保留", "其余 5,000 行没有写入");
        assertThat(clerk.apply(stopped).state()).isEqualTo(State.DONE);
        assertThat(written()).isEqualTo(ROWS);
    }

    /** A restart would read it again, and end in the same way. */
    @Test
    void aSheetThatBreaksTheReaderIsNotReadForEver() {
        store.become(read.id(), State.READY, State.READING, Instant.now());
        SheetReading filling = new SheetReading(store, rows, null, null, grants, transaction) {
            @Override
            State read(Sheet sheet) {
                throw new StackOverflowError();
            }
        };
        SheetWork hungry = new SheetWork(store, rows, filling, null, ledger, Clock.systemUTC(), transaction);
        try {
            hungry.begin(read.id());
            Sheet ended = clerk.settled(read);
            assertThat(ended.state()).isEqualTo(State.REFUSED);
            assertThat(visitor.page(path()).text()).contains("系统出了意外");
        } finally {
            hungry.destroy();
        }
    }

    @Test
    void readingThatIsStoppedLeavesNothing() {
        store.become(read.id(), State.READY, State.READING, Instant.now());
        imports.cancel(imports.visible(read.id(), clerk.scope()));
        work.goOn();
        Sheet stopped = clerk.settled(read);
        assertThat(stopped.state()).isEqualTo(State.CANCELLED);
        assertThat(imports.counts(stopped).total()).isZero();
        assertThat(visitor.page(path()).select("form[action$=/applications]")).isEmpty();
    }

    /** Applies the sheet on a database that fails at one of its rows. */
    private Sheet failing() {
        List.of("""
                create function sheets.fail() returns trigger language plpgsql as $$ begin raise 'out of order'; end $$
                """, """
                create trigger fail before update on sheets.sheet_row for each row when (new.row = %d)
                execute function sheets.fail()
                """.formatted(FAILING)).forEach(sql -> jdbc.sql(sql).update());
        try {
            return clerk.apply(read);
        } finally {
            jdbc.sql("drop function sheets.fail() cascade").update();
        }
    }

    private String path() {
        return "/sheets/" + read.id();
    }

    private long written() {
        return jdbc.sql("select count(*) from matters.matter where number like :mark")
                .param("mark", mark + "%")
                .query(Long.class)
                .single();
    }
}
