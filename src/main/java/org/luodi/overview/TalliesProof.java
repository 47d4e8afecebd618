package org.luodi.overview;

import org.luodi.platform.server.Proof;
import org.springframework.stereotype.Component;

/** Tallies agree with a recount from the tables, to the last digit. */
@Component
class TalliesProof implements Proof {

    private final Recount recount;
    private final TallyStore tallies;

    TalliesProof(Recount recount, TallyStore tallies) {
        this.recount = recount;
        this.tallies = tallies;
    }

    @Override
    public String key() {
        return "overview.proof";
    }

    @Override
    public Found look() {
        return new Found(tallies.rows(), recount.compare());
    }
}
