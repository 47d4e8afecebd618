package org.luodi.claims.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luodi.claims.Claim;
import org.luodi.claims.ClaimId;
import org.luodi.claims.Claims;
import org.luodi.claims.Hop;
import org.luodi.claims.Member;
import org.luodi.matters.Detail;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Roots;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Accounts;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;

/** Reads claims together with the names and titles that a person needs to understand them. */
@Component
class Looking {

    private static final int MEMBERS = 20;

    private final Claims claims;
    private final Matters matters;
    private final MatterBatches batches;
    private final Roots roots;
    private final Units units;
    private final Accounts accounts;
    private final Programmes programmes;
    private final Clock clock;

    Looking(
            Claims claims,
            Matters matters,
            MatterBatches batches,
            Roots roots,
            Units units,
            Accounts accounts,
            Programmes programmes,
            Clock clock) {
        this.claims = claims;
        this.matters = matters;
        this.batches = batches;
        this.roots = roots;
        this.units = units;
        this.accounts = accounts;
        this.programmes = programmes;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The names of the units that a claim and its way speak of. */
    Map<UnitId, String> names(Stream<Claim> some, List<Hop> way) {
        return units.names(Stream.concat(
                        some.flatMap(c -> Stream.of(c.sender(), c.asked(), c.refuser(), c.holder())),
                        way.stream().flatMap(h -> Stream.of(h.from(), h.to() == null ? h.from() : h.to())))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    /** The title of the first matter of each claim. */
    Map<ClaimId, String> titles(List<Claim> some) {
        Map<ClaimId, MatterId> firsts = claims.firsts(some);
        Map<MatterId, String> titles = titles(firsts.values().stream());
        Map<ClaimId, String> result = new HashMap<>();
        firsts.forEach((claim, matter) -> result.put(claim, titles.getOrDefault(matter, "")));
        return result;
    }

    Map<MatterId, String> titles(Stream<MatterId> ids) {
        return matters.details(ids.toList()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().title()));
    }

    ClaimPage page(ClaimId id, Scope scope, String cursor) {
        Claims.Told told = claims.visible(id, scope);
        Claim claim = told.claim();
        Slice<Member> members = claims.members(id, scope, cursor, MEMBERS);
        List<Member> root = claim.root() == null ? List.of() : List.of(new Member(claim.root(), claim.holder(), null));
        List<ClaimPage.About> holding = about(root, scope);
        return new ClaimPage(
                told,
                claims.choices(id, scope),
                new Slice<>(about(members.rows(), scope), members.next()),
                holding.isEmpty() ? null : holding.get(0),
                claim.root() == null ? null : roots.standing(claim.root()),
                names(Stream.of(claim), told.way()),
                accounts.names(told.way().stream().map(Hop::by).distinct().toList()),
                programmes.current(),
                today());
    }

    /** Matters with their words, each with a way to it where the person sees it. */
    private List<ClaimPage.About> about(List<Member> members, Scope scope) {
        List<MatterId> ids = members.stream().map(Member::matter).toList();
        Map<MatterId, Matter> found = batches.all(ids);
        Map<MatterId, Detail> words = matters.details(ids);
        Map<UnitId, String> names =
                units.names(members.stream().map(Member::unit).distinct().toList());
        List<ClaimPage.About> about = new ArrayList<>();
        for (Member member : members) {
            Matter matter = found.get(member.matter());
            about.add(new ClaimPage.About(
                    matter.number(),
                    words.get(matter.id()).title(),
                    names.getOrDefault(member.unit(), ""),
                    matter.stage().word(),
                    member.outcome(),
                    scope.sees(matter.at()) ? "/matters/" + matter.id().value() : null));
        }
        return about;
    }
}
