package org.luodi.voice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luodi.matters.MatterBatches;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Position;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a reporter may be reached: shown to a caller alone, each look with its reason; erasable for good (mechanisms 52). */
@Component
public class Contacts {

    private static final Set<Role> CALLING = Set.of(Role.CALLER);
    private static final Set<Role> HANDLING = Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY);
    private static final int REASON = 500;

    private final Reports reports;
    private final ContactStore store;
    private final LookStore looks;
    private final ContactSeal seal;
    private final Voices.Stores stores;
    private final MatterBatches matters;
    private final Units units;
    private final Ledger ledger;
    private final Clock clock;

    Contacts(Reports reports, Voices.Stores stores, LookStore looks, ReportIntake.Secrets secrets, Ledging ledging) {
        this.reports = reports;
        this.stores = stores;
        this.store = stores.contacts();
        this.looks = looks;
        this.seal = secrets.seal();
        this.matters = ledging.matters();
        this.units = ledging.units();
        this.ledger = ledging.ledger();
        this.clock = ledging.clock();
    }

    /** What an entry on the ledger needs, and where matters stand. */
    @Component("contactLedging")
    record Ledging(Units units, MatterBatches matters, Ledger ledger, Clock clock) {}

    /** A contact as it was given, and the reporter's own words with all that stands in them. */
    public record Shown(String kind, String contact, List<Written> words) {

        @Override
        public String toString() {
            return kind;
        }
    }

    /**
     * The own contact and who saw it, for whoever holds the receipt.
     *
     * @param kind {@code phone} or {@code mail}; null where none is kept, and so the contact
     * @param circle whether its owner agreed to be asked about other things nearby
     */
    public record Own(String kind, String contact, boolean circle, List<Look> looks) {

        @Override
        public String toString() {
            return String.valueOf(kind);
        }
    }

    /** Who looked, when and why. */
    public record Look(long by, String reason, Instant at) {}

    /** Why this person may not see a contact; empty where he may. Who handles a report never sees who made it. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayNot(ReportId id, Scope scope) {
        return mayNot(reports.seen(id, scope));
    }

    private Optional<Refusal> mayNot(Reports.Seen seen) {
        if (!seen.scope().has(CALLING, seen.report().receiverAt())) {
            return Optional.of(Refusal.of("voice.refused.who.caller"));
        }
        return handles(seen.report(), seen.scope())
                ? Optional.of(Refusal.of("voice.refused.who.handler"))
                : Optional.empty();
    }

    /** Whoever could take it up, or works on what it became, or has had it in hand. */
    private boolean handles(Report report, Scope scope) {
        List<Position> desks = new ArrayList<>(List.of(report.receiverAt(), report.askedAt()));
        if (report.matter() != null) {
            desks.add(matters.goingOn(List.of(report.matter()))
                    .get(report.matter())
                    .at());
        }
        return desks.stream().anyMatch(at -> scope.has(HANDLING, at))
                || stores.steps().madeBy(report.id(), scope.actor().id());
    }

    /** Shows a contact, once, for a reason that is kept. */
    @Transactional
    public Shown look(ReportId id, String reason, Scope scope) {
        Reports.Seen seen = allowed(id, scope);
        Report report = seen.report();
        String why = reason(reason);
        ContactStore.Sealed sealed = store.find(id)
                .filter(c -> c.cipher() != null)
                .orElseThrow(() -> Refusal.of("voice.refused.contact.none"));
        Address address = seal.open(sealed.cipher(), report.code());
        Instant now = clock.instant();
        int number = looks.insert(id, new Look(scope.actor().id(), why, now));
        ledger.append(change(report, "contact-seen", Map.of("kind", address.kind(), "look", number), seen.scope()));
        return new Shown(address.kind(), address.plain(), stores.steps().words(id));
    }

    /** Takes a contact away for good: the reporter asked for it. */
    @Transactional
    public void erase(ReportId id, Scope scope) {
        Reports.Seen seen = allowed(id, scope);
        erase(seen.report(), seen.scope());
    }

    /** The same, by whoever holds the receipt. */
    @Transactional
    public void erase(ReportId id) {
        units.hold();
        Report report = stores.reports().find(id).orElseThrow(() -> new NotFound("report", id.value()));
        erase(report, ReportActing.nobody(clock.instant()).scope());
    }

    /** The own contact in plain, to be taken away; that it was is on the ledger, for a secret may have been stolen. */
    @Transactional
    public Own own(ReportId id) {
        Report report = stores.reports().find(id).orElseThrow(() -> new NotFound("report", id.value()));
        Optional<ContactStore.Sealed> sealed = store.find(id).filter(c -> c.cipher() != null);
        Address address = sealed.map(c -> seal.open(c.cipher(), report.code())).orElse(null);
        Scope nobody = ReportActing.nobody(clock.instant()).scope();
        ledger.append(change(report, "copy-taken", Map.of(), nobody));
        return new Own(
                address == null ? null : address.kind(),
                address == null ? null : address.plain(),
                sealed.filter(ContactStore.Sealed::circle).isPresent(),
                looks.of(id));
    }

    /** Who has looked, the newest first. */
    @Transactional(readOnly = true)
    public List<Look> looks(ReportId id, Scope scope) {
        reports.visible(id, scope);
        return looks.of(id);
    }

    /** Where things stand is held until the transaction ends. */
    private Reports.Seen allowed(ReportId id, Scope scope) {
        units.hold();
        Reports.Seen seen = reports.seen(id, scope);
        mayNot(seen).ifPresent(refusal -> {
            throw refusal;
        });
        return seen;
    }

    private void erase(Report report, Scope scope) {
        if (!store.erase(report.id())) {
            throw Refusal.of("voice.refused.contact.none");
        }
        ledger.append(change(report, "contact-erased", Map.of(), scope));
    }

    private static String reason(String given) {
        if (given == null || given.isBlank()) {
            throw Refusal.of("voice.refused.look.reason");
        }
        String why = given.strip();
        if (why.length() > REASON) {
            throw Refusal.of("voice.refused.long", REASON);
        }
        if (why.indexOf('\0') >= 0) {
            throw Refusal.of("voice.refused.characters");
        }
        if (!PersonalData.in(why).isEmpty()) {
            throw Refusal.of("voice.refused.look.personal");
        }
        return why;
    }

    /** A unit that has ended is still named, with no reach. */
    private Change change(Report report, String verb, Map<String, ?> more, Scope scope) {
        boolean stands =
                units.find(report.receiver()).filter(u -> !u.isClosed()).isPresent();
        Placement place = stands ? units.place(report.receiver()) : null;
        Map<String, Object> body = new HashMap<>(more);
        body.put("unit", report.receiver().value());
        UnitId acting = new ReportActing(scope, clock.instant()).unit(report);
        return new Change(
                clock.instant(),
                scope.actor(),
                acting == null ? null : acting.value(),
                new Subject("report", report.id().value()),
                verb,
                body,
                place == null ? Reach.NONE : place.reach());
    }
}
