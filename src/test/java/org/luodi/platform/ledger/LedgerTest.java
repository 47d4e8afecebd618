package org.luodi.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luodi.platform.identity.Actor;
import org.luodi.world.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger keeps what was written, and shows it in an order that skips nothing. */
class LedgerTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    private final Ledger ledger = new Ledger(new LedgerStore(jdbc, JdbcClient.create(database.dataSource())));
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    private final TransactionTemplate apart = apart();

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update platform.entry set verb = 'other'",
                "delete from platform.entry",
                "truncate platform.entry"
            })
    void nobodyRewritesOrRemovesAnEntry(String rewrite) {
        append(1);

        assertThatThrownBy(() -> jdbc.execute(rewrite)).hasMessageContaining("append-only");
        settled(Place.START, 1L);
    }

    @Test
    void anEntryThatCommitsLateIsNotSkipped() {
        Place[] seen = {Place.START};
        transaction.executeWithoutResult(status -> {
            ledger.append(change(1));
            apart.executeWithoutResult(other -> ledger.append(change(2)));
            apart.executeWithoutResult(other -> {
                List<Entry> settled = ledger.after(Place.START, 10);
                seen[0] = settled.isEmpty()
                        ? Place.START
                        : settled.get(settled.size() - 1).place();
            });
        });

        assertThat(seen[0]).as("an older transaction is still running").isEqualTo(Place.START);
        settled(seen[0], 1L, 2L);
    }

    @Test
    void anEntryAndItsChangeGoTogetherOrNotAtAll() {
        transaction.executeWithoutResult(status -> {
            ledger.append(change(1));
            status.setRollbackOnly();
        });

        assertThat(read(Place.START)).isEmpty();
    }

    @Test
    void theHistoryOfARecordIsPagedFromTheNewest() {
        append(7);
        append(7);
        append(8);
        append(7);

        var first = ledger.about(new Subject("thing", 7), null, 2);
        var second = ledger.about(new Subject("thing", 7), first.next(), 2);
        assertThat(first.rows()).hasSize(2);
        assertThat(second.rows()).hasSize(1);
        assertThat(second.next()).isNull();
    }

    private void append(long subject) {
        transaction.executeWithoutResult(status -> ledger.append(change(subject)));
    }

    /** Transactions of other databases on the same server hold entries back, too, as long as they run. */
    private void settled(Place after, Long... subjects) {
        Awaitility.await().untilAsserted(() -> assertThat(read(after)).containsExactly(subjects));
    }

    private List<Long> read(Place after) {
        return ledger.after(after, 10).stream().map(e -> e.about().id()).toList();
    }

    private TransactionTemplate apart() {
        TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }

    private static Change change(long subject) {
        return new Change(
                Instant.parse("2026-09-01T00:00:00Z"),
                Actor.SYSTEM,
                null,
                new Subject("thing", subject),
                "made",
                Map.of("to", "made"),
                Reach.NONE);
    }
}
