package org.luodi.matters;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.NotFound;
import org.luodi.platform.ledger.Entry;
import tools.jackson.databind.JsonNode;

/**
 * What units are told of one kind of record, read from the ledger. Any module that stands on matters offers its own as a bean;
 * whoever works at exactly the unit named reads it, nobody above.
 */
public interface Telling {

    /** The kind of record, as on the ledger: {@code matter}. */
    String kind();

    /** Whom an entry of this kind concerns; nobody in most cases. Looks at the entry alone: thousands come a second. */
    List<Tiding> of(Entry entry);

    /** The message key of what happened. */
    String key(String word);

    /** What the records are called and where they stand, of those that the scope shows. */
    Map<Long, Named> named(Collection<Long> ids, Scope scope);

    /** Says the entry's verb to the unit that its body names, with the day that is due there. */
    static Tiding tiding(String whom, Entry entry) {
        JsonNode due = entry.body().path("due");
        return new Tiding(
                new UnitId(entry.body().path(whom).asInt()),
                entry.verb(),
                due.isString() ? LocalDate.parse(due.asString()) : null);
    }

    /** What is found of the records, one by one; those that are not there for the person are left out. */
    static Map<Long, Named> each(Collection<Long> ids, LongFunction<Named> find) {
        Map<Long, Named> named = new HashMap<>();
        for (long id : ids) {
            try {
                named.put(id, find.apply(id));
            } catch (NotFound outside) {
                named.remove(id);
            }
        }
        return named;
    }

    /**
     * Something a unit is to know.
     *
     * @param word what happened, in one word: {@code returned}
     * @param due a day that goes with it, or null
     */
    record Tiding(UnitId unit, String word, LocalDate due) {}

    /** A record as a page names it; the number may be null. */
    record Named(String title, String number, String href) {}
}
