package org.luodi.audit.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.identity.PersonalFiles;
import org.luodi.platform.ledger.AuditTrail;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.web.Ui;
import org.springframework.stereotype.Component;

/** Puts entries of the record into words, with the names that stand apart from it. */
@Component
class AuditRows {

    private final Accounts accounts;
    private final Units units;
    private final PersonalFiles files;

    AuditRows(Accounts accounts, Units units, PersonalFiles files) {
        this.accounts = accounts;
        this.units = units;
        this.files = files;
    }

    List<AuditRow> of(List<Entry> entries, Ui ui) {
        Map<Long, String> people = accounts.names(entries.stream()
                .flatMap(e -> Stream.of(e.actor(), about(e)))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<UnitId, String> places = units.names(entries.stream()
                .map(Entry::actingUnit)
                .filter(Objects::nonNull)
                .distinct()
                .map(UnitId::new)
                .toList());
        Map<Long, String> reasons = files.reasons(
                entries.stream().map(AuditRows::handedOut).filter(n -> n > 0).toList());
        return entries.stream()
                .map(e -> new AuditRow(
                        e.at(),
                        AuditTrail.kind(e),
                        verb(e, ui),
                        new AuditRow.Person(
                                e.actor(), e.actor() == 0 ? ui.text("audit.system") : people.get(e.actor())),
                        about(e) == null ? null : new AuditRow.Person(about(e), people.get(about(e))),
                        what(e, ui) + why(e, reasons),
                        e.actingUnit() == null ? null : places.get(new UnitId(e.actingUnit()))))
                .toList();
    }

    /** The account that it is about; 0 stands for a sign-in name that there is not. */
    private static Long about(Entry entry) {
        boolean account =
                entry.about().kind().equals("grant") || entry.about().kind().equals("account") || handedOut(entry) > 0;
        return account ? Long.valueOf(entry.about().id()) : null;
    }

    /** The number under which it is kept why somebody's file was handed out; 0 for every other entry. */
    private static long handedOut(Entry entry) {
        return entry.body().path("handedOut").asLong(0);
    }

    private static String why(Entry entry, Map<Long, String> reasons) {
        long handedOut = handedOut(entry);
        return handedOut == 0 ? "" : " · " + reasons.getOrDefault(handedOut, "–");
    }

    private static String verb(Entry entry, Ui ui) {
        String key = "audit.verb." + entry.about().kind() + "." + entry.verb();
        return ui.has(key) ? ui.text(key) : entry.verb();
    }

    private static String reason(String why, Ui ui) {
        String key = "audit.why." + why;
        return ui.has(key) ? ui.text(key) : why;
    }

    /** What it is about beside a person: a role, a file, a record. */
    private static String what(Entry entry, Ui ui) {
        return switch (AuditTrail.kind(entry)) {
            case GRANT ->
                ui.text("organisation.role." + entry.body().path("role").asString("READER"))
                        + " · "
                        + ui.text(
                                "organisation.line." + entry.body().path("line").asString("territorial"));
            case EXPORT ->
                entry.body().path("what").asString("") + " · "
                        + entry.body().path("format").asString("");
            case LOOK ->
                ui.text(
                        "audit.about." + entry.about().kind(),
                        Long.toString(entry.about().id()));
            case SIGN_IN -> reason(entry.body().path("why").asString(""), ui);
            case ACCOUNT -> entry.body().path("why").asString("");
        };
    }
}
