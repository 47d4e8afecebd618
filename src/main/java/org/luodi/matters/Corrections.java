package org.luodi.matters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.luodi.organisation.Scope;
import org.luodi.platform.Digest;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrections of a matter that has ended: one person proposes them with a reason, a second one makes them. Nothing else changes
 * what is written of it.
 */
@Component
public class Corrections {

    private final Sight sight;
    private final ProposalStore store;
    private final Moving moving;
    private final Programmes programmes;
    private final Clock clock;

    Corrections(Sight sight, ProposalStore store, Moving moving, Programmes programmes, Clock clock) {
        this.sight = sight;
        this.store = store;
        this.moving = moving;
        this.programmes = programmes;
        this.clock = clock;
    }

    /**
     * A correction as it was proposed.
     *
     * @param version of the matter that the proposal made
     * @param made the version in which it was made; null where it was not
     * @param by who proposed it
     * @param open whether it waits for a second person
     */
    public record Correction(int version, Integer made, long by, boolean open, List<Part> parts) {}

    /** What stood in a field, and what is to stand there; null for nothing. */
    public record Part(String name, String old, String now) {

        static Part of(String name, Object old, Object now) {
            return new Part(name, old == null ? null : old.toString(), now == null ? null : now.toString());
        }

        boolean differs() {
            return !Objects.equals(old, now);
        }
    }

    /** Proposes one; the whole is checked as if it were made. */
    @Transactional
    public Matter propose(MatterId id, Command command, Amendment amendment, Scope scope) {
        Sight.Seen seen = sight.held(id, scope);
        Acting acting = seen.acting(clock);
        List<Part> parts = parts(seen.told(), amendment);
        Map<String, Object> more = Map.of("digest", digest(parts));
        Matter now = moving.move(seen.told(), command, acting, more);
        check(seen.told(), amendment, acting.day(clock));
        MatterNeeds.refuseIf(parts.isEmpty(), "matters.refused.need.change");
        store.propose(now, parts);
        return now;
    }

    /** All corrections of a matter, the newest first. */
    @Transactional(readOnly = true)
    public List<Correction> of(MatterId id, Scope scope) {
        sight.of(id, scope);
        return store.of(id);
    }

    /** What waits for a second person; empty where nothing does. */
    @Transactional(readOnly = true)
    public List<Part> proposed(Matter matter) {
        return store.waiting(matter);
    }

    private void check(Matters.Told told, Amendment amendment, LocalDate today) {
        programmes
                .current()
                .check(amendment.category(), amendment.source(), told.matter().batch());
        Raising.check(amendment.detail(), amendment.raisedOn(), amendment.due());
        Raising.notLater(amendment.raisedOn(), today);
        LocalDate closed = amendment.detail().closedOn();
        MatterNeeds.refuseIf(
                told.detail().closedOn() != null
                        && (closed == null || closed.isAfter(today) || closed.isBefore(amendment.raisedOn())),
                "matters.refused.closed-on",
                amendment.raisedOn());
    }

    /** What a correction changes, by field. */
    static List<Part> parts(Matters.Told told, Amendment amendment) {
        Matter matter = told.matter();
        List<Part> parts = new ArrayList<>(DetailStore.parts(told.detail(), amendment.detail()));
        parts.add(Part.of("category", matter.category(), amendment.category()));
        parts.add(Part.of("source", matter.source(), amendment.source()));
        parts.add(Part.of("raised", matter.raisedOn(), amendment.raisedOn()));
        parts.add(Part.of("due", matter.due(), amendment.due()));
        return parts.stream().filter(Part::differs).toList();
    }

    /** The whole as it is to stand. */
    static Amendment amendment(Matters.Told told, List<Part> parts) {
        Map<String, String> now = new HashMap<>();
        parts.forEach(part -> now.put(part.name(), part.now()));
        Matter m = told.matter();
        String due = now.getOrDefault("due", m.due() == null ? null : m.due().toString());
        return new Amendment(
                Integer.parseInt(now.getOrDefault("category", Integer.toString(m.category()))),
                Integer.parseInt(now.getOrDefault("source", Integer.toString(m.source()))),
                LocalDate.parse(now.getOrDefault("raised", m.raisedOn().toString())),
                due == null ? null : LocalDate.parse(due),
                DetailStore.with(told.detail(), now));
    }

    /** What the ledger keeps of it: whoever holds the words can show that they are these. */
    static String digest(List<Part> parts) {
        String text = parts.stream()
                .sorted(Comparator.comparing(Part::name))
                .map(p -> p.name() + "\0" + p.old() + "\0" + p.now())
                .collect(Collectors.joining("\0\0"));
        return Digest.hex(text);
    }
}
