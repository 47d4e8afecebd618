package org.luodi.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.luodi.claims.ClaimMoves.State;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.claims.ClaimMoves.Who;
import org.luodi.matters.DayRow;
import org.luodi.matters.DaySection;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.springframework.stereotype.Component;

/** What of claims belongs to a day: those that wait for an answer of the person's own unit. */
@Component
class ClaimDay implements DaySection {

    private final ClaimListStore store;
    private final MemberStore members;
    private final Matters matters;

    ClaimDay(ClaimListStore store, MemberStore members, Matters matters) {
        this.store = store;
        this.members = members;
        this.matters = matters;
    }

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public String title() {
        return "claims.day";
    }

    @Override
    public String all(Scope scope) {
        return "/claims";
    }

    @Override
    public List<DayRow> rows(Scope scope, LocalDate today, int limit) {
        List<UnitId> units = scope.grants().stream()
                .filter(g -> Who.ASKED.allows(g.role()))
                .map(Grant::unit)
                .distinct()
                .toList();
        if (units.isEmpty()) {
            return List.of();
        }
        List<Claim> waiting = store.waitingFor(units, limit);
        Map<ClaimId, MatterId> firsts =
                members.firsts(waiting.stream().map(Claim::id).toList());
        Map<MatterId, Detail> words = matters.details(firsts.values());
        return waiting.stream()
                .map(c -> row(c, words.get(firsts.get(c.id())).title()))
                .toList();
    }

    private static DayRow row(Claim claim, String title) {
        String here = "/claims/" + claim.id().value();
        Stream<Verb> verbs = claim.state() == State.SENT
                ? Stream.of(Verb.CLAIM, Verb.CLAIM_PART, Verb.REFUSE)
                : Stream.of(Verb.UPHOLD, Verb.DISMISS);
        return new DayRow(
                here,
                title,
                null,
                claim.sender(),
                claim.due(),
                0,
                claim.matters() == 1 ? null : new DayRow.Note("", "claims.matters", claim.matters()),
                verbs.map(v -> new DayRow.Way(here + "/" + v.noun(), "claims.verb." + v.word()))
                        .toList());
    }
}
