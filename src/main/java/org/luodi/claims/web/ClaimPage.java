package org.luodi.claims.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luodi.claims.Claim;
import org.luodi.claims.Claims;
import org.luodi.claims.Hop;
import org.luodi.matters.Roots;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Slice;
import org.luodi.programme.Programme;

/**
 * What the page of one claim shows.
 *
 * @param root the matter that holds the root, or null
 * @param below what those at which it shows say; null where there is no root
 * @param people names of those who made its steps
 */
public record ClaimPage(
        Claims.Told told,
        List<Claims.Choice> choices,
        Slice<About> about,
        About root,
        Roots.Standing below,
        Map<UnitId, String> units,
        Map<Long, String> people,
        Programme programme,
        LocalDate today) {

    /**
     * A matter of the claim, or its root.
     *
     * @param href where it is shown; null where this person does not see it
     */
    public record About(String number, String title, String unit, String stage, String outcome, String href) {}

    public Claim claim() {
        return told.claim();
    }

    /** Answers this person may give now. */
    public List<Claims.Choice> open() {
        return choices.stream().filter(c -> c.refusal() == null).toList();
    }

    /** Answers that something stands in the way of. */
    public List<Claims.Choice> barred() {
        return choices.stream().filter(c -> c.refusal() != null).toList();
    }

    public String url() {
        return "/claims/" + claim().id().value();
    }

    public String next() {
        return about.next() == null ? null : url() + "?cursor=" + about.next();
    }

    /** Who made a step: a person and his unit, or the system. */
    public String who(Hop hop) {
        String name = people.getOrDefault(hop.by(), "");
        return name + " · " + units.getOrDefault(hop.from(), "");
    }
}
