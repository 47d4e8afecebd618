package org.luodi.promises;

import java.util.List;
import org.luodi.matters.MatterId;

/**
 * What is put up for publication.
 *
 * @param title in plain words, at most 200 characters
 * @param words what is promised, at most 4,000 characters; nothing personal
 * @param proofs numbers of pieces of evidence that are pictures, at most twenty
 */
public record NewPromise(MatterId matter, String title, String words, List<Long> proofs) {

    public NewPromise {
        proofs = proofs == null ? List.of() : List.copyOf(proofs);
    }
}
