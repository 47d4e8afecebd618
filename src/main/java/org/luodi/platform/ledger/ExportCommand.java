package org.luodi.platform.ledger;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.luodi.platform.server.Bilingual;
import org.luodi.platform.server.Command;
import org.springframework.stereotype.Component;

/** {@code luodi export-ledger FILE}: the sealed ledger as a file, to be kept elsewhere and verified without the database. */
@Component
class ExportCommand implements Command {

    private final Exporting exporting;

    ExportCommand(Exporting exporting) {
        this.exporting = exporting;
    }

    @Override
    public String name() {
        return "export-ledger";
    }

    @Override
    public String summary() {
        return Bilingual.text("ledger.export.summary");
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1 || Files.exists(Path.of(arguments.get(0)))) {
            return say(2, "ledger.export.file", String.join(" ", arguments));
        }
        try {
            Optional<TreeHead> head = exporting.into(Path.of(arguments.get(0)));
            return head.map(h -> say(0, "ledger.export.done", h.size(), h.root()))
                    .orElseGet(() -> say(1, "ledger.export.nothing"));
        } catch (UncheckedIOException failed) {
            return say(2, "ledger.verify.unread", failed.getCause().getMessage());
        }
    }

    private static int say(int code, String key, Object... args) {
        System.out.println(Bilingual.text(key, args));
        return code;
    }
}
