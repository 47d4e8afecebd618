package org.luodi.platform.ledger.web;

import java.util.List;
import org.luodi.platform.NotFound;
import org.luodi.platform.Slice;
import org.luodi.platform.ledger.SealKey;
import org.luodi.platform.ledger.Seals;
import org.luodi.platform.ledger.TreeHead;
import org.luodi.platform.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same proofs as JSON, for programs that watch the ledger. */
@RestController
@RequestMapping("/api/ledger")
class LedgerApi {

    private final Seals seals;

    LedgerApi(Seals seals) {
        this.seals = seals;
    }

    /** A public key with its fingerprint, by which one is compared with what was written down elsewhere. */
    record Key(int number, String id, String algorithm, String key, String since, String endorsement) {

        static Key of(SealKey key) {
            return new Key(
                    key.number(),
                    key.id(),
                    key.algorithm(),
                    key.key(),
                    key.since().toString(),
                    key.endorsement());
        }
    }

    @GetMapping
    TreeHead newest() {
        return seals.newest().orElseThrow(() -> new NotFound("head", 0));
    }

    @GetMapping("/heads")
    Slice<TreeHead> heads(Paging paging) {
        return seals.heads(paging.cursor(), paging.rows());
    }

    @GetMapping("/heads/{size}")
    TreeHead head(@PathVariable long size) {
        return seals.head(size);
    }

    @GetMapping("/keys")
    List<Key> keys() {
        return seals.keys().stream().map(Key::of).toList();
    }

    @GetMapping("/entries/{number}")
    Seals.Inclusion inclusion(@PathVariable long number, @RequestParam(required = false) Long size) {
        return seals.inclusion(number, size);
    }

    @GetMapping("/consistency")
    Seals.Consistency consistency(@RequestParam long from, @RequestParam long to) {
        return seals.consistency(from, to);
    }
}
