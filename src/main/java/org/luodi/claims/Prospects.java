package org.luodi.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What could be sent up, whom one could ask, and which roots stand already: for the forms. */
@Component
public class Prospects {

    private static final int ROOTS = 50;
    private static final int PAGE = 500;

    private final ClaimStore store;
    private final MemberStore members;
    private final Sending sending;
    private final Desks desks;
    private final Catalogue catalogue;
    private final Matters matters;
    private final MatterBatches batches;

    Prospects(
            ClaimStore store,
            MemberStore members,
            Sending sending,
            Desks desks,
            Catalogue catalogue,
            Matters matters,
            MatterBatches batches) {
        this.store = store;
        this.members = members;
        this.sending = sending;
        this.desks = desks;
        this.catalogue = catalogue;
        this.matters = matters;
        this.batches = batches;
    }

    /** A unit that could be asked, and how its like have decided; null where they have not. */
    public record Candidate(Unit unit, Catalogue.Row row) {}

    /** What can be sent about some matters: by which unit, and whom it could ask, the likeliest named. */
    public record Outlook(Unit sender, List<Matter> matters, List<Candidate> candidates, Unit likeliest) {}

    /** Who could be asked about some matters, with what the catalogue knows of them. */
    @Transactional(readOnly = true)
    public Outlook outlook(List<MatterId> ids, Lever lever, Scope scope) {
        if (ids.isEmpty()) {
            throw Refusal.of("claims.refused.need.matters");
        }
        List<Matter> about = sending.matters(ids, scope);
        Unit sender = sending.sender(null, about, scope);
        List<Catalogue.Row> rows =
                lever == null ? List.of() : catalogue.rows(about.get(0).category(), lever);
        List<Unit> superiors = desks.superiors(sender, about);
        return new Outlook(
                sender,
                about,
                superiors.stream()
                        .map(u -> new Candidate(u, Catalogue.of(u, rows).orElse(null)))
                        .toList(),
                Catalogue.likeliest(superiors, rows).orElse(null));
    }

    /** Those of a whole list that can be sent up now: under way, without a root above, in no open claim. */
    @Transactional(readOnly = true)
    public List<MatterId> sendable(MatterFilter filter, Scope scope) {
        List<MatterId> found = new ArrayList<>();
        String cursor = null;
        boolean open;
        do {
            Slice<Matters.Told> page = matters.list(filter, scope, cursor, PAGE);
            List<Matter> rows = page.rows().stream().map(Matters.Told::matter).toList();
            List<MatterId> under = rows.stream()
                    .filter(m -> ClaimRules.isUnderWay(m) && m.root() == null)
                    .map(Matter::id)
                    .toList();
            Set<MatterId> taken = members.taken(under);
            under.stream().filter(id -> !taken.contains(id)).forEach(found::add);
            cursor = page.next();
            // Open ones come first: after an ended one nothing can be sent.
            open = rows.stream().allMatch(m -> m.stage().isOpen());
        } while (cursor != null && open && found.size() <= ClaimRules.MOST);
        return found;
    }

    /** Matters that hold a root for a unit already and are under way, the newest first. */
    @Transactional(readOnly = true)
    public List<Matter> roots(UnitId holder) {
        List<MatterId> ids = store.rootsOf(holder, ROOTS);
        Map<MatterId, Matter> found = batches.all(ids);
        return ids.stream()
                .map(found::get)
                .filter(m -> m.unit().equals(holder) && ClaimRules.isUnderWay(m))
                .toList();
    }

    /** Whether the person works where a matter is that could be sent up now. */
    @Transactional(readOnly = true)
    public boolean maySend(Matter matter, Scope scope) {
        return ClaimRules.isUnderWay(matter)
                && matter.root() == null
                && scope.at(matter.at()).stream().anyMatch(g -> ClaimMoves.Who.SENDER.allows(g.role()))
                && members.taken(List.of(matter.id())).isEmpty();
    }
}
