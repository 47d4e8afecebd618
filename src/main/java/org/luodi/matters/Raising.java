package org.luodi.matters;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luodi.organisation.Placement;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.programme.Programmes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Brings new matters into being, one or a sheet full. */
@Component
class Raising {

    private static final Set<Role> MAY = Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY);

    /** As many characters as a cell of a sheet can have. */
    private static final int LONGEST = 32_767;

    private static final int NUMBER = 60;

    private final MatterStore store;
    private final DetailStore details;
    private final Units units;
    private final Sight sight;
    private final Programmes programmes;
    private final Ledger ledger;
    private final Clock clock;

    Raising(Matters.Stores stores, Matters.Places places, Programmes programmes, Ledger ledger, Clock clock) {
        this.store = stores.matters();
        this.details = stores.details();
        this.units = places.units();
        this.sight = places.sight();
        this.programmes = programmes;
        this.ledger = ledger;
        this.clock = clock;
    }

    List<MatterId> raise(List<NewMatter> matters, Scope scope, Instant at) {
        return takeOver(matters, matters.stream().map(m -> Stage.RAISED).toList(), new Acting(scope, at));
    }

    /** The same for matters that a ledger sheet brings, each at the stage it had reached on paper. */
    List<MatterId> takeOver(List<NewMatter> matters, List<Stage> stages, Acting asked) {
        Map<UnitId, Placement> places =
                units.places(matters.stream().map(NewMatter::unit).toList());
        Acting acting = standing(asked, places);
        List<String> given = given(matters);
        List<Long> ids = ids(matters.size(), given, LocalDate.ofInstant(asked.at(), clock.getZone()));
        List<Matter> rows = new ArrayList<>();
        List<DetailStore.Words> words = new ArrayList<>();
        List<Change> entries = new ArrayList<>();
        for (int i = 0; i < matters.size(); i++) {
            NewMatter matter = matters.get(i);
            Placement place = places.get(matter.unit());
            check(matter, place, acting.scope(), acting.at());
            Matter raised = row(new MatterId(ids.get(i)), matter, place, new When(acting, clock.getZone()));
            Matter row = Revision.of(raised).stage(stages.get(i)).same();
            rows.add(row);
            words.add(new DetailStore.Words(row.id(), matter.detail()));
            entries.add(acting.entry(Verb.RAISE, null, row, place));
        }
        refuseTaken(given);
        insert(rows);
        details.write(words);
        ledger.append(entries);
        return rows.stream().map(Matter::id).toList();
    }

    /** The same person, with the scope of the tree that is held now. */
    private Acting standing(Acting asked, Map<UnitId, Placement> places) {
        return places.values().stream()
                .findFirst()
                .map(p -> new Acting(sight.under(p.treeVersion(), asked.scope()), asked.at()))
                .orElse(asked);
    }

    /** Whether the matter may be raised there. */
    void check(NewMatter matter, Placement place, Scope scope, Instant at) {
        if (!scope.sees(place.at())) {
            throw new NotFound("unit", matter.unit().value());
        }
        if (!scope.has(MAY, place.at())) {
            throw Refusal.of("matters.refused.who.working");
        }
        LocalDate today = LocalDate.ofInstant(at, clock.getZone());
        programmes.current().check(matter.category(), matter.source(), matter.batch(), today);
        check(matter.detail(), matter.raisedOn() == null ? today : matter.raisedOn(), matter.due());
        own(matter, today);
        if (matter.raisedOn() != null) {
            notLater(matter.raisedOn(), today);
        }
    }

    /** What a kind cannot do without, and a drive that the programme has. */
    private void own(NewMatter matter, LocalDate today) {
        Detail.Own own = matter.detail().own();
        for (String field : matter.traits().kind().required()) {
            boolean there = switch (field) {
                case "since" -> own.since() != null;
                case "affected" -> own.affected() != null;
                default -> own.outcome() != null;
            };
            MatterNeeds.refuseIf(
                    !there, "matters.refused.own." + matter.traits().kind().word() + "." + field);
        }
        MatterNeeds.refuseIf(own.since() != null && own.since().isAfter(today), "matters.refused.own.since.later");
        Integer drive = matter.traits().drive();
        MatterNeeds.refuseIf(
                drive != null && programmes.current().drive(drive).isEmpty(), "programme.refused.drive", drive);
    }

    /** What people wrote as numbers. */
    private static List<String> given(List<NewMatter> matters) {
        return matters.stream()
                .map(NewMatter::number)
                .filter(n -> n != null && !n.isBlank())
                .map(String::strip)
                .toList();
    }

    /** As many as are needed, without those whose number somebody has given to a matter himself. */
    private List<Long> ids(int count, List<String> given, LocalDate today) {
        Set<String> standing = new HashSet<>(given);
        List<Long> ids = new ArrayList<>();
        while (ids.size() < count) {
            store.freeIds(count - ids.size(), prefix(today)).stream()
                    .filter(id -> !standing.contains(prefix(today) + id))
                    .forEach(ids::add);
        }
        return ids;
    }

    private static String prefix(LocalDate today) {
        return "LD" + today.getYear() + "-";
    }

    /** Of two who give the same number at once, the second is told so. */
    private void insert(List<Matter> rows) {
        try {
            store.insert(rows);
        } catch (DuplicateKeyException faster) {
            throw rows.size() == 1
                    ? Refusal.of("matters.refused.number", rows.get(0).number())
                    : Refusal.conflict("matters.refused.stale.many");
        }
    }

    /** A number stands for one matter only. */
    private void refuseTaken(List<String> given) {
        if (given.stream().anyMatch(n -> n.length() > NUMBER)) {
            throw Refusal.of("matters.refused.number.long", NUMBER);
        }
        Set<String> once = new HashSet<>(given.isEmpty() ? List.of() : store.taken(given));
        for (String number : given) {
            if (!once.add(number)) {
                throw Refusal.of("matters.refused.number", number);
            }
        }
    }

    /** Nothing is found before it is there. */
    static void notLater(LocalDate raised, LocalDate today) {
        MatterNeeds.refuseIf(raised.isAfter(today), "matters.refused.raised.later", raised);
    }

    /** Whether words and dates can stand together. */
    static void check(Detail detail, LocalDate raised, LocalDate due) {
        if (detail.title() == null || detail.title().isBlank()) {
            throw Refusal.of("matters.refused.title");
        }
        if (detail.title().length() > 500) {
            throw Refusal.of("matters.refused.title.long", 500);
        }
        if (detail.texts().anyMatch(t -> t.length() > LONGEST)) {
            throw Refusal.of("matters.refused.long", LONGEST);
        }
        if (detail.texts().anyMatch(t -> t.indexOf('\0') >= 0)) {
            throw Refusal.of("matters.refused.characters");
        }
        if (due != null && due.isBefore(raised)) {
            throw Refusal.of("matters.refused.due.before", raised);
        }
    }

    /** Who acts when, and in which zone a day begins. */
    record When(Acting acting, ZoneId zone) {}

    static Matter row(MatterId id, NewMatter matter, Placement place, When when) {
        Acting acting = when.acting();
        LocalDate today = LocalDate.ofInstant(acting.at(), when.zone());
        String given = matter.number();
        String number = given == null || given.isBlank() ? prefix(today) + id.value() : given.strip();
        return new Matter(
                id,
                number,
                matter.unit(),
                place.at(),
                Stage.RAISED,
                matter.category(),
                matter.source(),
                matter.batch(),
                matter.raisedOn() == null ? today : matter.raisedOn(),
                matter.due(),
                0,
                null,
                matter.traits(),
                1,
                acting.scope().actor().id(),
                acting.at());
    }
}
