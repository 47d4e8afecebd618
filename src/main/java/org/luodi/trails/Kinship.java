package org.luodi.trails;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.claims.Claim;
import org.luodi.claims.ClaimId;
import org.luodi.claims.Claims;
import org.luodi.evaluations.Result;
import org.luodi.evaluations.Results;
import org.luodi.evidence.Evidence;
import org.luodi.evidence.Item;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Relaying;
import org.luodi.matters.Roots;
import org.luodi.organisation.Scope;
import org.luodi.platform.NotFound;
import org.luodi.promises.Promise;
import org.luodi.promises.Promises;
import org.luodi.relays.Relay;
import org.luodi.relays.Relays;
import org.luodi.voice.Report;
import org.luodi.voice.ReportId;
import org.luodi.voice.ReportRow;
import org.luodi.voice.Reports;
import org.springframework.stereotype.Component;

/** Which records belong together: asks the module of each, so that nobody learns here what he does not see there. */
@Component
class Kinship {

    private static final int MOST = 30;

    private final Matters matters;
    private final Around around;
    private final Sources sources;

    Kinship(Matters matters, Around around, Sources sources) {
        this.matters = matters;
        this.around = around;
        this.sources = sources;
    }

    /** What hangs on a matter. */
    @Component("trailsAround")
    record Around(Roots roots, Relaying relaying, Evidence evidence, Relays relays, Promises promises) {}

    /** What a matter comes from, where it goes, and what is said of it. */
    @Component("trailsSources")
    record Sources(Reports reports, Claims claims, Results results) {}

    /** The family of a record; NotFound where it does not exist or the scope does not show it. */
    Family of(String kind, long id, Scope scope) {
        return switch (kind) {
            case "matter" -> matter(matters.visible(new MatterId(id), scope), scope);
            case "report" ->
                report(sources.reports().visible(new ReportId(id), scope).report(), scope);
            case "claim" ->
                claim(sources.claims().visible(new ClaimId(id), scope).claim(), scope);
            default -> throw new NotFound(kind, id);
        };
    }

    private Family matter(Matters.Told told, Scope scope) {
        MatterId id = told.matter().id();
        List<Kin> joined = around.roots().joined(id, scope, MOST).stream()
                .map(Kinship::kin)
                .toList();
        List<Kin> symptoms = around.roots().symptoms(id, null, MOST).rows().stream()
                .filter(t -> scope.sees(t.matter().at()))
                .map(Kinship::kin)
                .toList();
        List<Kin> reports = sources.reports().about(id, scope, MOST).stream()
                .map(ReportRow::report)
                .filter(r -> sources.reports().sees(r.id(), scope))
                .map(Kinship::kin)
                .toList();
        return new Family(kin(told), join(reports, joined, symptoms), outcomes(told, scope));
    }

    private List<Kin> outcomes(Matters.Told told, Scope scope) {
        MatterId id = told.matter().id();
        List<MatterId> onwards = Stream.of(
                        told.matter().mergedInto(), told.matter().root())
                .filter(Objects::nonNull)
                .toList();
        List<Kin> claims = sources.claims().about(id).stream()
                .filter(c -> sources.claims().sees(c.id(), scope))
                .map(Kinship::kin)
                .toList();
        List<Kin> relays = around.relays().about(id, scope, MOST).stream()
                .map(Kinship::kin)
                .toList();
        List<Kin> pieces = around.evidence().of(id, scope, null, MOST).rows().stream()
                .map(Kinship::kin)
                .toList();
        List<Kin> promises = around.promises().of(id).stream().map(Kinship::kin).toList();
        List<Kin> askings =
                sources.results().about(id).stream().map(r -> kin(r, told)).toList();
        return join(seen(onwards, scope), claims, relays, pieces, askings, promises);
    }

    private Family report(Report report, Scope scope) {
        List<Kin> first = Optional.ofNullable(report.echoOf())
                .filter(r -> sources.reports().sees(r, scope))
                .map(r -> Kin.of("report", r.value(), null, "/voice/desk/" + r.value()))
                .stream()
                .toList();
        List<Kin> matter = report.matter() == null ? List.of() : seen(List.of(report.matter()), scope);
        if (matter.isEmpty()) {
            return new Family(kin(report), first, List.of());
        }
        List<Kin> further = outcomes(matters.visible(report.matter(), scope), scope);
        return new Family(kin(report), first, join(matter, further));
    }

    private Family claim(Claim claim, Scope scope) {
        List<MatterId> members = sources.claims().members(claim.id(), scope, null, MOST).rows().stream()
                .map(m -> m.matter())
                .toList();
        List<Kin> root = claim.root() == null ? List.of() : seen(List.of(claim.root()), scope);
        return new Family(kin(claim), seen(members, scope), root);
    }

    private List<Kin> seen(List<MatterId> ids, Scope scope) {
        return around.relaying().all(ids).stream()
                .filter(t -> scope.sees(t.matter().at()))
                .map(Kinship::kin)
                .toList();
    }

    private static Kin kin(Matters.Told told) {
        long id = told.matter().id().value();
        return Kin.of("matter", id, told.matter().number() + " " + told.detail().title(), "/matters/" + id);
    }

    private static Kin kin(Report report) {
        long id = report.id().value();
        return Kin.of("report", id, report.code(), "/voice/desk/" + id);
    }

    private static Kin kin(Claim claim) {
        return Kin.of("claim", claim.id().value(), null, "/claims/" + claim.id().value());
    }

    private static Kin kin(Relay relay) {
        return Kin.of("relay", relay.id(), null, "/relays/" + relay.id());
    }

    private static Kin kin(Item item) {
        return Kin.of("evidence", item.id(), item.name(), "/evidence/" + item.id());
    }

    private static Kin kin(Promise promise) {
        return Kin.of("promise", promise.id(), promise.title(), "/promises/desk/" + promise.id());
    }

    private static Kin kin(Result result, Matters.Told told) {
        Kin asking = Kin.of(
                "evaluation",
                result.id(),
                null,
                "/matters/" + told.matter().id().value());
        return result.isOpen() ? asking.closed() : asking;
    }

    @SafeVarargs
    private static List<Kin> join(List<Kin>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
