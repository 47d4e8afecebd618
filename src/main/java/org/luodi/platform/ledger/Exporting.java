package org.luodi.platform.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the sealed ledger into a file, as of one moment, a portion in memory at a time. */
@Component
class Exporting {

    private final LineStore lines;
    private final Seals seals;

    Exporting(LineStore lines, Seals seals) {
        this.lines = lines;
        this.seals = seals;
    }

    /** Returns the head under which it was exported; empty where nothing is sealed yet. The file must not be there. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<TreeHead> into(Path file) {
        Optional<TreeHead> head = seals.newest();
        head.ifPresent(h -> write(h, file));
        return head;
    }

    private void write(TreeHead head, Path file) {
        try (OutputStream out = ExportFile.create(file);
                var all = lines.all()) {
            out.write((ExportFile.HEAD + head.line() + "}\n").getBytes(StandardCharsets.UTF_8));
            Iterator<Line> each = all.iterator();
            for (long i = 0; i < head.size() && each.hasNext(); i++) {
                out.write(each.next().canonical());
                out.write('\n');
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
