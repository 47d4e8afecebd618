package org.luodi.days;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.luodi.matters.DayRow;
import org.luodi.matters.DaySection;
import org.luodi.matters.Matter;
import org.luodi.matters.Stage;
import org.luodi.matters.Verb;
import org.luodi.matters.Waiting;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;

/**
 * Matters of one kind of waiting.
 *
 * @param wanted what to look for on a day
 * @param list query of the list of matters behind it, or null
 */
record MatterSection(Waiting waiting, String name, int order, Function<LocalDate, Waiting.Wanted> wanted, String list)
        implements DaySection {

    @Override
    public String title() {
        return "days.section." + name;
    }

    @Override
    public String all(Scope scope) {
        Waiting.Wanted any = wanted.apply(LocalDate.EPOCH);
        return list == null
                ? null
                : scope.grants().stream()
                        .filter(g -> any.roles().contains(g.role()))
                        .findFirst()
                        .map(this::all)
                        .orElse(null);
    }

    private String all(Grant grant) {
        String line = grant.line() == Line.INDUSTRY ? "&line=industry" : "";
        return "/matters?unit=" + grant.unit().value() + line + "&" + list;
    }

    @Override
    public List<DayRow> rows(Scope scope, LocalDate today, int limit) {
        Waiting.Wanted asked = wanted.apply(today);
        boolean acts = asked.where() != Waiting.Where.BELOW;
        return waiting.list(asked, scope, limit).stream()
                .map(found -> row(found, acts))
                .toList();
    }

    /** What lies with those below is for them to do; from above one looks, and asks. */
    private static DayRow row(Waiting.Found found, boolean acts) {
        Matter matter = found.matter();
        String here = "/matters/" + matter.id().value();
        Stream<DayRow.Way> ways = found.next().stream()
                .filter(verb -> acts)
                .map(verb -> new DayRow.Way(here + "/" + verb.noun(), key(matter.stage(), verb)));
        return new DayRow(
                here,
                found.title(),
                matter.number(),
                matter.unit(),
                matter.due(),
                matter.reopened(),
                new DayRow.Note("", "matters.stage." + matter.stage().word()),
                ways.toList());
    }

    /** A settled matter asks its unit a question; the buttons are the answers. */
    private static String key(Stage stage, Verb verb) {
        return stage == Stage.SETTLED
                ? "days.answer." + (verb == Verb.CONFIRM ? "gone" : "there")
                : "matters.verb." + verb.word();
    }
}
