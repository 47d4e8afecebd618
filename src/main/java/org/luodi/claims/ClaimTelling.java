package org.luodi.claims;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Telling;
import org.luodi.organisation.Scope;
import org.luodi.platform.ledger.Entry;
import org.springframework.stereotype.Component;

/** What units are told of claims: the asked one that it is asked, the sender how it ended, the one overruled that it holds the root. */
@Component
class ClaimTelling implements Telling {

    private final Claims claims;
    private final MemberStore members;
    private final Matters matters;

    ClaimTelling(Claims claims, MemberStore members, Matters matters) {
        this.claims = claims;
        this.members = members;
        this.matters = matters;
    }

    @Override
    public String kind() {
        return "claim";
    }

    @Override
    public List<Tiding> of(Entry entry) {
        return switch (entry.verb()) {
            case "sent", "risen", "appealed", "handed-over" -> List.of(Telling.tiding("unit", entry));
            case "claimed", "claimed-in-part", "refused", "dismissed", "waiting" ->
                List.of(Telling.tiding("sender", entry));
            case "upheld" -> List.of(Telling.tiding("sender", entry), Telling.tiding("holder", entry));
            default -> List.of();
        };
    }

    @Override
    public String key(String word) {
        return "claims.notice." + word;
    }

    @Override
    public Map<Long, Named> named(Collection<Long> ids, Scope scope) {
        List<ClaimId> seen = ids.stream()
                .map(ClaimId::new)
                .filter(id -> claims.sees(id, scope))
                .toList();
        Map<ClaimId, MatterId> firsts = members.firsts(seen);
        Map<MatterId, Detail> words = matters.details(firsts.values());
        Map<Long, Named> named = new HashMap<>();
        firsts.forEach((claim, matter) ->
                named.put(claim.value(), new Named(words.get(matter).title(), null, "/claims/" + claim.value())));
        return named;
    }
}
