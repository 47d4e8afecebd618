package org.luodi.platform.ledger;

import java.time.Instant;
import java.util.List;
import org.luodi.platform.Parameter;
import org.luodi.platform.Slice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Those entries that tell who was given what, who looked, took away, or failed to sign in (docs/decisions/121-what-is-audited.md). */
@Component
public class AuditTrail {

    private final AuditStore store;

    AuditTrail(AuditStore store) {
        this.store = store;
    }

    /** What an entry of the trail tells. */
    public enum Kind {
        GRANT,
        LOOK,
        EXPORT,
        SIGN_IN,
        ACCOUNT
    }

    /** Entries that counted for one of these units when they were made, on either line. */
    public record Among(List<Integer> territorial, List<Integer> industry) {}

    /** From the first moment to the second, which is not included; either may be null. */
    public record Stretch(Instant from, Instant until) {}

    /**
     * Which entries are asked for; null wherever it does not matter.
     *
     * @param person who acted, or whom it is about
     * @param among each of these must hold: what the reader may see, and what he asks for
     */
    public record Wanted(Kind kind, Long person, Stretch stretch, List<Among> among) {}

    /** The newest first, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Entry> entries(Wanted wanted, String cursor, int limit) {
        return Slice.of(
                store.entries(wanted, cursor == null ? null : After.read(cursor), limit + 1),
                limit,
                e -> new After(e.at(), e.place().id()).toString());
    }

    /** What an entry of the trail tells. */
    public static Kind kind(Entry entry) {
        return switch (entry.about().kind()) {
            case "grant" -> Kind.GRANT;
            case "export" -> Kind.EXPORT;
            case "account" -> entry.verb().equals(AuditStore.FAILED) ? Kind.SIGN_IN : Kind.ACCOUNT;
            default -> Kind.LOOK;
        };
    }

    /** The last entry of a page: the next one begins after it. */
    record After(Instant at, long id) {

        private static final long MICROS = 1_000_000;

        static After read(String cursor) {
            String[] parts = cursor.split("-", 2);
            if (parts.length != 2) {
                throw Parameter.badCursor(cursor);
            }
            long micros = Parameter.cursor(parts[0]);
            return new After(
                    Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000),
                    Parameter.cursor(parts[1]));
        }

        @Override
        public String toString() {
            return (at.getEpochSecond() * MICROS + at.getNano() / 1000) + "-" + id;
        }
    }
}
