package org.luodi.evidence;

import org.luodi.matters.MatterId;
import org.luodi.matters.Proofs;
import org.springframework.stereotype.Component;

/** Answers a close that asks for evidence; what it counted stays as it is until that transaction ends. */
@Component
class KeptProofs implements Proofs {

    private final EvidenceStore store;

    KeptProofs(EvidenceStore store) {
        this.store = store;
    }

    @Override
    public int of(MatterId id) {
        return store.count(id);
    }
}
