package org.luodi.platform.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks a proof between two heads, as the API gives it, and that the older is the one a reader kept. */
final class ProofCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProofCheck() {}

    private record Given(TreeHead from, TreeHead to, List<byte[]> path) {

        boolean holds() {
            return MerkleProof.grows(
                    new MerkleProof.Tree(from.size(), from.rootBytes()),
                    new MerkleProof.Tree(to.size(), to.rootBytes()),
                    path);
        }
    }

    static Findings of(Path file, List<TreeHead> kept) throws IOException, Asked.Unread {
        Given given = read(file);
        List<Findings.Said> faults = new ArrayList<>();
        if (!given.holds()) {
            faults.add(new Findings.Said(
                    "ledger.verify.grows.not", given.from().size(), given.to().size()));
        }
        for (TreeHead head : List.of(given.from(), given.to())) {
            if (!head.signatureHolds()) {
                faults.add(new Findings.Said("ledger.verify.unsigned", head.size(), head.at(), 1, head.keyId()));
            }
        }
        for (TreeHead head : kept) {
            if (!says(given.from(), head) && !says(given.to(), head)) {
                faults.add(new Findings.Said("ledger.verify.other", head.size(), head.at()));
            }
        }
        List<Findings.Said> remarks = List.of(new Findings.Said(
                "ledger.verify.signer",
                given.to().size(),
                given.to().at(),
                given.to().keyId()));
        return new Findings(given.to().size(), 2, faults, remarks);
    }

    /** Whether both were signed over the same ledger in the same state. */
    private static boolean says(TreeHead one, TreeHead other) {
        return one.size() == other.size()
                && one.root().equals(other.root())
                && one.ledger().equals(other.ledger());
    }

    private static Given read(Path file) throws IOException, Asked.Unread {
        try {
            JsonNode all = JSON.readTree(Files.readString(file));
            List<byte[]> path = all.required("path")
                    .valueStream()
                    .map(h -> HexFormat.of().parseHex(h.asString()))
                    .toList();
            return new Given(
                    TreeHead.read(all.required("from").toString()),
                    TreeHead.read(all.required("to").toString()),
                    path);
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new Asked.Unread(file.toString(), broken);
        }
    }
}
