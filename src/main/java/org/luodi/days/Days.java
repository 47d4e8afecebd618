package org.luodi.days;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.luodi.matters.DayRow;
import org.luodi.matters.DaySection;
import org.luodi.organisation.Scope;
import org.luodi.platform.NotFound;
import org.luodi.platform.identity.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** My day: the parts that modules offer, each with its first rows. Nothing is counted, and nothing is kept of who looks. */
@Component
public class Days {

    private final List<DaySection> sections;
    private final GuideStore guides;
    private final Clock clock;

    Days(List<DaySection> sections, GuideStore guides, Clock clock) {
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(DaySection::order))
                .toList();
        this.guides = guides;
        this.clock = clock;
    }

    /**
     * A part of the day with its rows.
     *
     * @param all the address of the whole list behind it
     * @param more whether there are more than are shown
     */
    public record Part(String name, String title, String all, List<DayRow> rows, boolean more) {}

    /** The parts in which something waits for this person. */
    @Transactional(readOnly = true)
    public List<Part> parts(Scope scope, int limit) {
        LocalDate today = today();
        return sections.stream()
                .map(section -> part(section, scope, today, limit))
                .filter(part -> !part.rows().isEmpty())
                .toList();
    }

    /** One part by its name, with more rows than the day shows of it. */
    @Transactional(readOnly = true)
    public Part part(String name, Scope scope, int limit) {
        return sections.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .map(s -> part(s, scope, today(), limit))
                .orElseThrow(() -> new NotFound("part of the day", name));
    }

    /** The day it is. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Whether the guide for the first day still stands on the page. */
    @Transactional(readOnly = true)
    public boolean isGuided(Actor actor) {
        return !guides.isHidden(actor.id());
    }

    /** Takes the guide off the page, or puts it back. */
    @Transactional
    public void guide(Actor actor, boolean shown) {
        if (shown) {
            guides.show(actor.id());
        } else {
            guides.hide(actor.id());
        }
    }

    private static Part part(DaySection section, Scope scope, LocalDate today, int limit) {
        List<DayRow> rows = section.rows(scope, today, limit + 1);
        String listed = section.all(scope);
        String all = listed == null ? "/days/parts/" + section.name() : listed;
        boolean more = rows.size() > limit;
        return new Part(section.name(), section.title(), all, more ? rows.subList(0, limit) : rows, more);
    }
}
