package org.luodi.platform.identity;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that is kept of one account, in one file: for its owner, or handed out for a reason (docs/decisions/129-erased-accounts.md). */
@Component
public class PersonalFiles {

    private static final int REASON = 500;
    private static final int PAGE = 1000;

    private final PersonalStore store;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Clock clock;
    private final List<PersonalPart> parts;

    PersonalFiles(PersonalStore store, Accounts accounts, Ledger ledger, Clock clock, List<PersonalPart> parts) {
        this.store = store;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(PersonalPart::order))
                .toList();
    }

    /** A line of the ledger, without what it says beside. */
    record Line(long number, String kind, long subject, String verb, long by, Integer unit, Instant at) {

        private static Line of(Entry entry) {
            return new Line(
                    entry.place().id(),
                    entry.about().kind(),
                    entry.about().id(),
                    entry.verb(),
                    entry.actor(),
                    entry.actingUnit(),
                    entry.at());
        }
    }

    /** Lets an administrator hand out the file of somebody else; returns the number under which the reason is kept. */
    @Transactional
    public long handOut(long account, String reason, Actor by) {
        accounts.mustAnswerFor(account, by);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > REASON || why.indexOf('\0') >= 0) {
            throw Refusal.of("platform.file.reason", REASON);
        }
        return store.handedOut(account, why, by.id(), clock.instant());
    }

    /** Why files were handed out; those of erased accounts are gone. */
    @Transactional(readOnly = true)
    public Map<Long, String> reasons(Collection<Long> handedOut) {
        return store.reasons(handedOut);
    }

    /** Writes the file, the newest of the ledger first. */
    public void write(long account, OutputStream out) {
        try (PersonalFile file = new PersonalFile(out)) {
            store.own(account).forEach((name, rows) -> file.section(name, rows::forEach));
            parts.forEach(part -> part.tell(account, file));
            file.section("ledgerAboutAccount", row -> each(at -> about(account, at), row));
            file.section("ledgerByAccount", row -> each(at -> ledger.by(account, at, PAGE), row));
        }
    }

    private Slice<Entry> about(long account, String cursor) {
        return ledger.about(new Subject("account", account), cursor, PAGE);
    }

    private static void each(Function<String, Slice<Entry>> pages, Consumer<Object> row) {
        String cursor = null;
        do {
            Slice<Entry> page = pages.apply(cursor);
            page.rows().forEach(entry -> row.accept(Line.of(entry)));
            cursor = page.next();
        } while (cursor != null);
    }
}
