package org.luodi.organisation;

import java.util.OptionalLong;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Which version of the tree the running transaction holds, so that it need not ask the database again. */
final class HeldTree extends ResourceHolderSupport {

    private OptionalLong version = OptionalLong.empty();

    private HeldTree() {}

    /** Empty where the running transaction does not hold the tree, or has changed it. */
    static OptionalLong version() {
        HeldTree held = bound();
        return held == null ? OptionalLong.empty() : held.version;
    }

    /** Known until the running transaction ends; laid aside while another one runs in between. */
    static void note(long version) {
        HeldTree held = bound();
        if (held == null) {
            held = new HeldTree();
            TransactionSynchronizationManager.bindResource(HeldTree.class, held);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(held, HeldTree.class) {});
        }
        held.version = OptionalLong.of(version);
    }

    /** The running transaction changes the tree itself. */
    static void forget() {
        HeldTree held = bound();
        if (held != null) {
            held.version = OptionalLong.empty();
        }
    }

    private static HeldTree bound() {
        return (HeldTree) TransactionSynchronizationManager.getResource(HeldTree.class);
    }
}
