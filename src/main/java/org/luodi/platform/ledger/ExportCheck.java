package org.luodi.platform.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** Goes through an exported ledger: entry by entry against its own digest, and against its head and those that readers kept. */
final class ExportCheck {

    private final List<Findings.Said> faults = new ArrayList<>();
    private final HeadCheck check;

    private ExportCheck(HeadCheck check) {
        this.check = check;
    }

    static Findings of(Asked asked) throws IOException, Asked.Unread {
        try (BufferedReader lines = ExportFile.open(asked.export())) {
            TreeHead own = own(lines.readLine(), asked.export());
            List<TreeHead> heads = Stream.concat(Stream.of(own), asked.heads().stream())
                    .sorted(Comparator.comparingLong(TreeHead::size))
                    .toList();
            ExportCheck export = new ExportCheck(new HeadCheck(heads.iterator()));
            if (asked.against() != null) {
                ExportComparison.of(asked.export(), asked.against()).ifPresent(export.faults::add);
            }
            export.through(lines);
            return export.findings(own, asked.heads());
        }
    }

    private static TreeHead own(String first, Path file) throws Asked.Unread {
        if (first == null || !first.startsWith(ExportFile.HEAD)) {
            throw new Asked.Unread(file.toString(), null);
        }
        try {
            return TreeHead.read(first.substring(ExportFile.HEAD.length(), first.length() - 1));
        } catch (IllegalArgumentException broken) {
            throw new Asked.Unread(file.toString(), broken);
        }
    }

    private void through(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            check.add(TreeHash.leaf(line.getBytes(StandardCharsets.UTF_8)));
            if (faults.isEmpty()) {
                written(line);
            }
        }
        check.end();
    }

    private void written(String text) {
        if (!isAsWritten(text)) {
            faults.add(Findings.about("ledger.verify.digest", check.size(), text));
        }
    }

    private static boolean isAsWritten(String text) {
        try {
            return Line.read(text).isAsWritten();
        } catch (JacksonException | IllegalArgumentException | DateTimeException broken) {
            return false;
        }
    }

    private Findings findings(TreeHead own, List<TreeHead> kept) {
        List<Findings.Said> all = new ArrayList<>(faults);
        all.addAll(Findings.of(check));
        kept.stream()
                .filter(h -> !h.ledger().equals(own.ledger()))
                .map(h -> new Findings.Said("ledger.verify.foreign", h.size(), h.ledger(), own.ledger()))
                .forEach(all::add);
        List<Findings.Said> remarks =
                List.of(new Findings.Said("ledger.verify.signer", own.size(), own.at(), own.keyId()));
        return new Findings(check.size(), check.compared(), all, remarks);
    }
}
