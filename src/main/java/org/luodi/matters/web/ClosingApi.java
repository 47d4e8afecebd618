package org.luodi.matters.web;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.luodi.matters.Acceptance;
import org.luodi.matters.Closings;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Roots;
import org.luodi.matters.Verdict;
import org.luodi.organisation.Scope;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the close of a matter rests on, as JSON. */
@RestController
@RequestMapping("/api/matters/{id}")
class ClosingApi {

    private final Matters matters;
    private final Closings closings;
    private final Roots roots;
    private final Clock clock;

    ClosingApi(Matters matters, Closings closings, Roots roots, Clock clock) {
        this.matters = matters;
        this.closings = closings;
        this.roots = roots;
        this.clock = clock;
    }

    @GetMapping("/closing")
    ClosingJson closing(@PathVariable long id, Scope scope) {
        Closings.Closing closing = closings.of(new MatterId(id), scope);
        ZoneId zone = clock.getZone();
        return new ClosingJson(
                closing.acceptances().stream()
                        .map(a -> AcceptanceJson.of(a, zone))
                        .toList(),
                SignatureJson.of(closing.signature(), zone),
                closing.verdicts(),
                closing.missing().stream().sorted().toList());
    }

    /** The matters that have their root in this one. */
    @GetMapping("/symptoms")
    Slice<MatterJson> symptoms(@PathVariable long id, Paging paging, Scope scope) {
        MatterId root = matters.visible(new MatterId(id), scope).matter().id();
        Slice<Matters.Told> slice = roots.symptoms(root, paging.cursor(), paging.rows());
        return new Slice<>(
                slice.rows().stream()
                        .map(t -> MatterJson.of(t, clock.getZone()))
                        .toList(),
                slice.next());
    }

    /** What stands of it. */
    record ClosingJson(
            List<AcceptanceJson> acceptances, SignatureJson signature, List<Verdict> verdicts, List<String> missing) {}

    /** A level's word. */
    record AcceptanceJson(
            String level, int round, boolean accepted, int unit, long by, OffsetDateTime at, String reason) {

        static AcceptanceJson of(Acceptance a, ZoneId zone) {
            return new AcceptanceJson(
                    a.level(), a.round(), a.accepted(), a.unit().value(), a.by(), time(a.at(), zone), a.reason());
        }
    }

    /** The leader's own. */
    record SignatureJson(int unit, long by, OffsetDateTime at) {

        static SignatureJson of(Closings.Signature s, ZoneId zone) {
            return s == null ? null : new SignatureJson(s.unit().value(), s.by(), time(s.at(), zone));
        }
    }

    private static OffsetDateTime time(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime();
    }
}
