package org.luodi.platform.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import org.luodi.platform.server.Bilingual;
import org.luodi.platform.server.Standalone;

/**
 * {@code luodi verify --file EXPORT [--head FILE]… [--against EXPORT]} and {@code luodi verify --proof FILE [--head FILE]…}: what a reader checks with the
 * program alone, without asking the installation.
 */
public final class OfflineVerify implements Standalone {

    @Override
    public OptionalInt run(String command, List<String> arguments, PrintStream out) {
        if (!command.equals(VerifyCommand.NAME)) {
            return OptionalInt.empty();
        }
        try {
            Asked asked = Asked.of(arguments);
            if (!asked.isOffline()) {
                return OptionalInt.empty();
            }
            asked.heads().forEach(h -> out.println(Bilingual.text("ledger.verify.kept", h.size(), h.at(), h.keyId())));
            Findings found =
                    asked.export() == null ? ProofCheck.of(asked.proof(), asked.heads()) : ExportCheck.of(asked);
            return OptionalInt.of(VerifyCommand.tell(found, out));
        } catch (Asked.Unread unread) {
            out.println(Bilingual.text("ledger.verify.unread", unread.getMessage()));
            return OptionalInt.of(2);
        } catch (IOException unreadable) {
            out.println(Bilingual.text("ledger.verify.unread", unreadable.getMessage()));
            return OptionalInt.of(2);
        }
    }
}
