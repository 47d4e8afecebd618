package org.luodi.claims;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luodi.claims.ClaimMoves.Move;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.Where;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims: sent up, answered above, risen by silence, appealed once (mechanisms 23-25). */
@Component
public class Claims {

    private static final int READINGS = 5;

    private final ClaimStore store;
    private final ClaimListStore lists;
    private final MemberStore members;
    private final HopStore hops;
    private final Sending sending;
    private final Answering answering;
    private final Grants grants;
    private final Clock clock;

    Claims(Stores stores, Verbs verbs, Grants grants, Clock clock) {
        this.store = stores.claims();
        this.lists = stores.lists();
        this.members = stores.members();
        this.hops = stores.hops();
        this.sending = verbs.sending();
        this.answering = verbs.answering();
        this.grants = grants;
        this.clock = clock;
    }

    /** The tables of this module. */
    @Component
    record Stores(ClaimStore claims, ClaimListStore lists, MemberStore members, HopStore hops) {}

    /** What brings claims into being and what answers them. */
    @Component
    record Verbs(Sending sending, Answering answering) {}

    /**
     * A claim with its way, newest step first.
     *
     * @param left how many of its matters were left out after the answer
     */
    public record Told(Claim claim, List<Hop> way, int left) {

        /** What shows that the root lies above. */
        public String evidence() {
            return way.isEmpty() ? null : way.get(way.size() - 1).words();
        }
    }

    /** What a person may or may not do now: the move, and why not, if not. */
    public record Choice(Move move, Refusal refusal) {}

    /** Which claims a list shows. */
    public enum Box {
        /** Those that wait for an answer. */
        ANSWER,
        SENT,
        DECIDED
    }

    /** Sends a claim; returns its number. */
    @Transactional
    public ClaimId send(NewClaim claim, Scope scope) {
        return send(claim, scope, clock.instant());
    }

    /** The same at a stated moment, for what was done on paper earlier. */
    @Transactional
    public ClaimId send(NewClaim claim, Scope scope, Instant at) {
        return sending.send(claim, new Acting(scope, at));
    }

    /**
     * Answers a claim, appeals or withdraws.
     *
     * @throws Refusal where a rule says no, or as a conflict where somebody else was faster
     */
    @Transactional
    public Claim answer(ClaimId id, Answer answer, Scope scope) {
        return answer(id, answer, scope, clock.instant());
    }

    /** The same at a stated moment, for what was done on paper earlier. */
    @Transactional
    public Claim answer(ClaimId id, Answer answer, Scope scope, Instant at) {
        Seen seen = seen(id, scope);
        return answering.answer(seen.claim(), answer, new Acting(seen.scope(), at));
    }

    /** The claim, or NotFound where it does not exist or is nothing to this person. */
    @Transactional(readOnly = true)
    public Told visible(ClaimId id, Scope scope) {
        Claim claim = seen(id, scope).claim();
        return new Told(claim, hops.of(id), claim.root() == null ? 0 : members.left(id));
    }

    /** Every answer of the table from this state, each with the refusal that stands in this person's way, if any. */
    @Transactional(readOnly = true)
    public List<Choice> choices(ClaimId id, Scope scope) {
        Seen seen = seen(id, scope);
        ClaimRules.Facts facts = answering.facts(seen.claim(), new Acting(seen.scope(), clock.instant()));
        return ClaimMoves.ALL.stream()
                .filter(m -> m.from().contains(seen.claim().state()) && m.verb().isAnswer())
                .map(m ->
                        new Choice(m, ClaimRules.mayNot(seen.claim(), facts, m).orElse(null)))
                .toList();
    }

    /** The matters of a claim, paged by key. */
    @Transactional(readOnly = true)
    public Slice<Member> members(ClaimId id, Scope scope, String cursor, int limit) {
        seen(id, scope);
        long after = cursor == null ? 0 : Parameter.cursor(cursor);
        return Slice.of(
                members.after(id, after, limit + 1),
                limit,
                m -> Long.toString(m.matter().value()));
    }

    /** The first matter of each of these claims, which the caller has been shown. */
    @Transactional(readOnly = true)
    public Map<ClaimId, MatterId> firsts(List<Claim> claims) {
        return members.firsts(claims.stream().map(Claim::id).toList());
    }

    /** Claims about a matter that the caller has been shown, the newest first. */
    @Transactional(readOnly = true)
    public List<Claim> about(MatterId matter) {
        return lists.about(matter);
    }

    /** Whether the person may look at a claim. */
    @Transactional(readOnly = true)
    public boolean sees(ClaimId id, Scope scope) {
        return find(id, scope).isPresent();
    }

    /** One page of a list: what waits, the most urgent first; the others, the newest first. {@code own}: without units below. */
    @Transactional(readOnly = true)
    public Slice<Claim> list(Box box, boolean own, Scope scope, Slot slot) {
        Where asked = scope.condition("asked_position", "asked_industry_position");
        Where sent = scope.condition("sender_position", "sender_industry_position");
        Integer[] mine = own ? own(scope).toArray(Integer[]::new) : null;
        return switch (box) {
            case ANSWER -> urgent(asked.and("asked = any(:mine)", "mine", mine), slot);
            case SENT -> newest(sent.and("sender = any(:mine)", "mine", mine), slot);
            case DECIDED -> {
                Where either = new Where().and("(" + asked.sql() + ") or (" + sent.sql() + ")");
                yield newest(
                        either.and("not open").and("asked = any(:mine) or sender = any(:mine)", "mine", mine), slot);
            }
        };
    }

    /** Where a list goes on, and how many rows it shows. */
    public record Slot(String cursor, int limit) {}

    private Slice<Claim> urgent(Where where, Slot slot) {
        if (slot.cursor() != null) {
            ClaimCursor key = ClaimCursor.read(slot.cursor());
            where.and("(due, id) > (:day, :id)", "day", key.due()).with("id", key.id());
        }
        return Slice.of(
                lists.urgent(where, slot.limit() + 1),
                slot.limit(),
                c -> ClaimCursor.of(c).write());
    }

    private Slice<Claim> newest(Where where, Slot slot) {
        where.and("id < :before", "before", slot.cursor() == null ? null : Parameter.cursor(slot.cursor()));
        return Slice.of(lists.newest(where, slot.limit() + 1), slot.limit(), c -> Long.toString(c.id().value()));
    }

    private record Seen(Claim claim, Scope scope) {}

    private Seen seen(ClaimId id, Scope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("claim", id.value()));
    }

    /** Positions mean nothing under another version of the tree: where the tree has changed, both are read anew. */
    private Optional<Seen> find(ClaimId id, Scope asked) {
        Scope scope = asked;
        for (int i = 0; i < READINGS; i++) {
            ClaimStore.Placed found = store.placed(id, units(scope)).orElse(null);
            if (found == null || found.treeVersion() == scope.treeVersion()) {
                return found == null || !sees(found, scope)
                        ? Optional.empty()
                        : Optional.of(new Seen(found.claim(), scope));
            }
            scope = grants.scopeOf(scope.actor());
        }
        throw Refusal.conflict("claims.refused.tree");
    }

    private static boolean sees(ClaimStore.Placed found, Scope scope) {
        Claim claim = found.claim();
        return found.tookPart() || scope.sees(claim.askedAt()) || scope.sees(claim.senderAt());
    }

    private static List<UnitId> units(Scope scope) {
        return scope.grants().stream().map(Grant::unit).distinct().toList();
    }

    private static List<Integer> own(Scope scope) {
        return units(scope).stream().map(UnitId::value).toList();
    }
}
