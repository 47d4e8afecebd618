package org.luodi.platform.ledger;

import java.util.List;
import org.luodi.platform.server.Bilingual;
import org.luodi.platform.server.Command;
import org.springframework.stereotype.Component;

/** {@code luodi rotate-seal-key}: a new pair of keys signs from now on; a running server takes it up with its next seal. */
@Component
class RotateKeyCommand implements Command {

    private final SealKeys keys;

    RotateKeyCommand(SealKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "rotate-seal-key";
    }

    @Override
    public String summary() {
        return Bilingual.text("ledger.rotate.summary");
    }

    @Override
    public int run(List<String> arguments) {
        SealKey key = keys.rotate();
        System.out.println(Bilingual.text("ledger.rotate.done", key.number(), key.algorithm(), key.id()));
        return 0;
    }
}
