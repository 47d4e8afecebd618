package org.luodi.platform.ledger;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * What a verification found: faults make it fail, remarks do not.
 *
 * @param entries how many entries there are
 * @param heads how many heads were compared
 */
record Findings(long entries, long heads, List<Said> faults, List<Said> remarks) {

    /** A sentence by its key. */
    record Said(String key, Object... args) {}

    Findings {
        faults = List.copyOf(faults);
        remarks = List.copyOf(remarks);
    }

    /** A sentence about an entry, by its number. */
    static Said about(String key, long number, Line line) {
        return new Said(
                key,
                number,
                line.place().id(),
                line.about().kind(),
                line.about().id(),
                line.verb(),
                line.at());
    }

    /** The same of an entry in an export, which may be no entry at all. */
    static Said about(String key, long number, String canonical) {
        try {
            return about(key, number, Line.read(canonical));
        } catch (JacksonException | IllegalArgumentException | DateTimeException broken) {
            return new Said("ledger.verify.garbled", number);
        }
    }

    /** What comparing the heads showed. */
    static List<Said> of(HeadCheck check) {
        List<Said> said = new ArrayList<>();
        check.misfit().ifPresent(misfit -> {
            TreeHead head = misfit.head();
            Object[] args = {head.size(), head.at(), misfit.fitsUpTo() + 1, head.keyId(), check.size()};
            said.add(new Said(key(misfit, check), args));
        });
        return said;
    }

    private static String key(HeadCheck.Misfit misfit, HeadCheck check) {
        if (!misfit.signed()) {
            return "ledger.verify.unsigned";
        }
        return misfit.head().size() > check.size() ? "ledger.verify.short" : "ledger.verify.root";
    }
}
