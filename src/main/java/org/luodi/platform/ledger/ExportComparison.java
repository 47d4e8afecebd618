package org.luodi.platform.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays an export beside an older one that a reader kept: the older must be the beginning, and the first entry that is not is named. */
final class ExportComparison {

    private ExportComparison() {}

    static Optional<Findings.Said> of(Path now, Path old) throws IOException {
        try (BufferedReader mine = ExportFile.open(old);
                BufferedReader theirs = ExportFile.open(now)) {
            mine.readLine();
            theirs.readLine();
            return first(mine, theirs);
        }
    }

    private static Optional<Findings.Said> first(BufferedReader mine, BufferedReader theirs) throws IOException {
        long number = 1;
        String kept = mine.readLine();
        String found = theirs.readLine();
        while (kept != null && kept.equals(found)) {
            kept = mine.readLine();
            found = theirs.readLine();
            number++;
        }
        return kept == null ? Optional.empty() : Optional.of(said(number, window(kept, mine), window(found, theirs)));
    }

    private static Findings.Said said(long number, List<String> kept, List<String> found) {
        String word = new Diagnosis(leaves(found), leaves(kept)).word();
        if (found.isEmpty()) {
            return new Findings.Said("ledger.verify.removed.end", number, number - 1 + kept.size());
        }
        return Findings.about("ledger.verify." + word, number, found.get(0));
    }

    private static List<String> window(String first, BufferedReader rest) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = first; line != null && lines.size() < Diagnosis.WINDOW; line = rest.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<byte[]> leaves(List<String> lines) {
        return lines.stream()
                .map(l -> TreeHash.leaf(l.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
