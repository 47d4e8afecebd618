package org.luodi.platform.ledger;

import java.io.PrintStream;
import java.util.List;
import org.luodi.platform.server.Bilingual;
import org.luodi.platform.server.Command;
import org.springframework.stereotype.Component;

/**
 * {@code luodi verify [--head FILE]…}: goes through the whole ledger of the database and names the first entry that does not fit. With
 * {@code --file} it needs no database and is {@link OfflineVerify}'s.
 */
@Component
class VerifyCommand implements Command {

    static final String NAME = "verify";

    private final Verification verification;

    VerifyCommand(Verification verification) {
        this.verification = verification;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return Bilingual.text("ledger.verify.summary");
    }

    @Override
    public int run(List<String> arguments) {
        try {
            return tell(verification.run(Asked.of(arguments).heads()), System.out);
        } catch (Asked.Unread unread) {
            System.out.println(Bilingual.text("ledger.verify.unread", unread.getMessage()));
            return 2;
        }
    }

    /** Says what was found; the exit code is 0 where everything fits, 1 where something does not. */
    static int tell(Findings found, PrintStream out) {
        found.faults().forEach(f -> out.println(Bilingual.text(f.key(), f.args())));
        found.remarks().forEach(r -> out.println(Bilingual.text(r.key(), r.args())));
        String all = found.faults().isEmpty() ? "ledger.verify.fits" : "ledger.verify.differs";
        out.println(Bilingual.text(all, found.entries(), found.heads()));
        return found.faults().isEmpty() ? 0 : 1;
    }
}
