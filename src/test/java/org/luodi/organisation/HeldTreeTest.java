package org.luodi.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a transaction has once held it holds to its end; what it knows of the tree is never older than the tree. */
class HeldTreeTest {

    private final TestTree tree = new TestTree();
    private final Units units = tree.bean(Units.class);

    @AfterEach
    void end() {
        tree.close();
    }

    @Test
    void theTreeIsHeldAtTheFirstLookAndToTheEnd() {
        tree.together(() -> {
            long version = units.place(tree.id("v1")).treeVersion();
            assertThat(units.place(tree.id("v2")).treeVersion()).isEqualTo(version);
            assertThat(locks()).isEqualTo(1);
            return null;
        });
        assertThat(HeldTree.version()).isEmpty();
    }

    @Test
    void whoeverChangesTheTreeSeesItsNewVersion() {
        tree.together(() -> {
            long before = units.place(tree.id("v1")).treeVersion();
            tree.make(new TreeChange.Move(tree.id("v1"), 1, Line.TERRITORIAL, tree.id("t3")));
            Placement now = units.place(tree.id("v1"));
            assertThat(now.treeVersion()).isGreaterThan(before);
            assertThat(now.reach().territorial()).contains(tree.id("t3").value());
            return null;
        });
    }

    @Test
    void aTransactionInBetweenHoldsTheTreeItself() {
        TransactionTemplate between = new TransactionTemplate(tree.bean(PlatformTransactionManager.class));
        between.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        tree.together(() -> {
            long version = units.place(tree.id("v1")).treeVersion();
            between.executeWithoutResult(status -> {
                assertThat(HeldTree.version()).isEmpty();
                assertThat(units.place(tree.id("v2")).treeVersion()).isEqualTo(version);
                assertThat(locks()).isEqualTo(1);
            });
            assertThat(HeldTree.version()).hasValue(version);
            return null;
        });
    }

    @Test
    void aTransactionThatFailsLeavesNothingBehind() {
        tree.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            units.place(tree.id("v1"));
            status.setRollbackOnly();
        });
        assertThat(HeldTree.version()).isEmpty();
    }

    /** Advisory locks of this transaction. */
    private int locks() {
        return tree.jdbc
                .sql("select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()")
                .query(Integer.class)
                .single();
    }
}
