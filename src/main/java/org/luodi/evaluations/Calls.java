package org.luodi.evaluations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.luodi.voice.PersonalData;
import org.luodi.voice.Reaching;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Those invited by phone are called by a caller of a unit above the one that acted, never by one who acts for it; each look at a number is written down. */
@Component
public class Calls {

    private static final Set<Role> HANDLING = Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY);
    private static final int REASON = 500;

    private final Askings askings;
    private final Questions questions;
    private final CallStore store;
    private final Reaching reaching;
    private final Ledger ledger;
    private final Clock clock;

    Calls(Askings askings, Questions questions, CallStore store, Reaching reaching, Ledging ledging) {
        this.questions = questions;
        this.askings = askings;
        this.store = store;
        this.reaching = reaching;
        this.ledger = ledging.ledger();
        this.clock = ledging.clock();
    }

    /** What an entry on the ledger needs. */
    @Component("callLedging")
    record Ledging(Ledger ledger, Clock clock) {}

    /** Somebody to be called; who it is shows nowhere. */
    public record Call(long invitation, MatterId matter, UnitId unit, LocalDate endsOn, Part part, int looks) {}

    /** Whether the account calls anybody at all. */
    public boolean calls(Scope scope) {
        return scope.grants().stream().anyMatch(g -> g.role() == Role.CALLER);
    }

    /** Those who wait for a call from this caller. */
    @Transactional(readOnly = true)
    public Slice<Call> waiting(Scope scope, String cursor, int limit) {
        List<Grant> calling =
                scope.grants().stream().filter(g -> g.role() == Role.CALLER).toList();
        Scope reach = new Scope(scope.actor(), calling, scope.treeVersion());
        Scope hands = new Scope(scope.actor(), handling(scope), scope.treeVersion());
        long after = cursor == null ? 0 : Parameter.cursor(cursor);
        List<Call> rows = store.waiting(new CallStore.Wanted(
                reach.condition("a.position", "a.industry_position"),
                hands.condition("a.position", "a.industry_position"),
                own(scope),
                LocalDate.now(clock),
                after,
                limit + 1));
        return Slice.of(rows, limit, c -> Long.toString(c.invitation()));
    }

    /** What is asked of somebody whom this caller may call. */
    @Transactional(readOnly = true)
    public Question question(long invitation, Scope scope) {
        return questions.of(allowed(invitation, scope), null);
    }

    /** Shows the number to call, for a reason that is kept. */
    @Transactional
    public String look(long invitation, String reason, Scope scope) {
        Invitation asked = allowed(invitation, scope);
        String why = reason(reason);
        String phone = reaching.phone(asked.report()).orElseThrow(() -> Refusal.of("evaluations.refused.phone"));
        int number = store.look(invitation, scope.actor().id(), why, clock.instant());
        append(asked, "phone-seen", Map.of("look", number), scope);
        return phone;
    }

    /** Writes down what was said on the phone. */
    @Transactional
    public void answer(long invitation, Answer answer, Scope scope) {
        Invitation asked = allowed(invitation, scope);
        askings.answer(asked, answer, scope.actor().id());
    }

    private Invitation allowed(long id, Scope scope) {
        Invitation invitation = askings.invitations()
                .find(id)
                .filter(i -> "phone".equals(i.kind()))
                .orElseThrow(() -> new NotFound("invitation", id));
        Asking asking = askings.store().find(invitation.asking());
        boolean above =
                scope.has(Set.of(Role.CALLER), asking.at()) && !own(scope).contains(asking.unit());
        if (!above || scope.has(HANDLING, asking.at())) {
            throw new NotFound("invitation", id);
        }
        return invitation;
    }

    /** Nobody calls for the unit in which he works himself. */
    private static List<UnitId> own(Scope scope) {
        return scope.grants().stream()
                .filter(g -> g.role() == Role.CALLER)
                .map(Grant::unit)
                .toList();
    }

    /** Nor for any whose matters he may move. */
    private static List<Grant> handling(Scope scope) {
        return scope.grants().stream().filter(g -> HANDLING.contains(g.role())).toList();
    }

    private static String reason(String given) {
        String why = given == null ? "" : given.strip();
        EvaluationRules.refuseIf(why.isEmpty(), "evaluations.refused.reason");
        EvaluationRules.refuseIf(why.length() > REASON, "evaluations.refused.words", REASON);
        EvaluationRules.refuseIf(why.indexOf('\0') >= 0, "evaluations.refused.characters");
        EvaluationRules.refuseIf(!PersonalData.in(why).isEmpty(), "evaluations.refused.personal");
        return why;
    }

    private void append(Invitation asked, String verb, Map<String, ?> body, Scope scope) {
        Integer acting = scope.grants().stream()
                .filter(g -> g.role() == Role.CALLER)
                .findFirst()
                .map(g -> g.unit().value())
                .orElse(null);
        Subject about = new Subject("evaluation", asked.asking());
        Reach reach = askings.reach(askings.store().find(asked.asking()));
        ledger.append(new Change(clock.instant(), scope.actor(), acting, about, verb, body, reach));
    }
}
