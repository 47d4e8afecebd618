package org.luodi.platform.server;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code luodi prove}: looks whether what must hold of the data holds, such as that tallies agree with a recount. */
@Component
class ProveCommand implements Command {

    static final String NAME = "prove";
    static final int DIFFERS = 5;

    private static final int SHOWN = 20;

    private final ObjectProvider<Proof> proofs;

    ProveCommand(ObjectProvider<Proof> proofs) {
        this.proofs = proofs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return Bilingual.text("server.prove.summary");
    }

    @Override
    public int run(List<String> arguments) {
        var wrong = proofs.stream()
                .sorted(Comparator.comparing(Proof::key))
                .mapToInt(ProveCommand::look)
                .sum();
        return wrong == 0 ? 0 : DIFFERS;
    }

    private static int look(Proof proof) {
        var out = Launch.terminal();
        var found = proof.look();
        var wrong = found.wrong().size();
        var what = Bilingual.text(proof.key());
        out.printf("%s %s (%,d)%n", wrong == 0 ? "✓" : "✗", what, wrong == 0 ? found.looked() : wrong);
        found.wrong().stream().limit(SHOWN).forEach(line -> out.println("  " + line));
        return wrong;
    }
}
