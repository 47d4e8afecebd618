package org.luodi.days;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.luodi.matters.DayRow;
import org.luodi.matters.DaySection;
import org.luodi.matters.Matter;
import org.luodi.matters.Stage;
import org.luodi.matters.Verb;
import org.luodi.matters.Waiting;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;

/**
 * Matters of one kind of waiting.
 *
 * @param finder finds the first of them
 * @param list the list of matters behind it, or null
 */
record MatterSection(String name, int order, Finder finder, Listed list) implements DaySection {

    /** Finds the first of what waits for whoever has this scope. */
    interface Finder {
        List<Waiting.Found> find(Scope scope, LocalDate today, int limit);
    }

    /**
     * A list of matters.
     *
     * @param roles at whose unit it begins
     * @param query what narrows it
     * @param acts whether it is for the person to do something, or only to look
     */
    record Listed(Set<Role> roles, String query, boolean acts) {}

    @Override
    public String title() {
        return "days.section." + name;
    }

    @Override
    public String all(Scope scope) {
        return list.query() == null
                ? null
                : scope.grants().stream()
                        .filter(g -> list.roles().contains(g.role()))
                        .findFirst()
                        .map(this::all)
                        .orElse(null);
    }

    private String all(Grant grant) {
        String line = grant.line() == Line.INDUSTRY ? "&line=industry" : "";
        return "/matters?unit=" + grant.unit().value() + line + "&" + list.query();
    }

    @Override
    public List<DayRow> rows(Scope scope, LocalDate today, int limit) {
        return finder.find(scope, today, limit).stream().map(this::row).toList();
    }

    /** What lies with those below is for them to do; from above one looks, and asks. */
    private DayRow row(Waiting.Found found) {
        Matter matter = found.matter();
        String here = "/matters/" + matter.id().value();
        Stream<DayRow.Way> ways = found.next().stream()
                .filter(verb -> list.acts() && !(name.equals("close") && verb == Verb.SIGN))
                .map(verb -> new DayRow.Way(here + "/" + verb.noun(), key(matter.stage(), verb)));
        return new DayRow(
                here,
                found.title(),
                matter.number(),
                matter.unit(),
                matter.stage() == Stage.CLOSED ? matter.nextCheck() : matter.due(),
                matter.reopened(),
                note(found),
                ways.toList());
    }

    /** What is still missing, else where it stands. */
    private static DayRow.Note note(Waiting.Found found) {
        return found.missing() == null
                ? new DayRow.Note("", "matters.stage." + found.matter().stage().word())
                : new DayRow.Note("warn", found.missing().key(), found.missing().args());
    }

    /** A settled matter asks its unit a question; the buttons are the answers. */
    private static String key(Stage stage, Verb verb) {
        return stage == Stage.SETTLED
                ? "days.answer." + (verb == Verb.CONFIRM ? "gone" : "there")
                : "matters.verb." + verb.word();
    }
}
