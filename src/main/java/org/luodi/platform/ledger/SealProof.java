package org.luodi.platform.ledger;

import java.util.List;
import org.luodi.platform.server.Bilingual;
import org.luodi.platform.server.Proof;
import org.springframework.stereotype.Component;

/** Each entry of the ledger is as it was sealed, and each signed head is of this ledger. */
@Component
class SealProof implements Proof {

    private final Verification verification;

    SealProof(Verification verification) {
        this.verification = verification;
    }

    @Override
    public String key() {
        return "ledger.proof";
    }

    @Override
    public Found look() {
        Findings found = verification.run(List.of());
        return new Found(
                found.entries(),
                found.faults().stream()
                        .map(f -> Bilingual.text(f.key(), f.args()))
                        .toList());
    }
}
