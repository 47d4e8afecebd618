package org.luodi.voice;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Grant;
import org.luodi.organisation.Grants;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.Where;
import org.luodi.voice.ReportMoves.Move;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office side of reports (mechanisms 18): who answers, who said that it is not his, who decides. Who reported is not known here. */
@Component
public class Reports {

    private static final int READINGS = 5;
    private static final int OTHERS = 50;

    private final ReportStore store;
    private final ReportListStore lists;
    private final EchoStore echoes;
    private final StepStore steps;
    private final ContactStore contacts;
    private final ReportAnswering answering;
    private final MatterBatches joined;
    private final Grants grants;
    private final Clock clock;

    Reports(
            Voices.Stores stores,
            ReportListStore lists,
            ReportAnswering answering,
            MatterBatches joined,
            Grants grants,
            Clock clock) {
        this.store = stores.reports();
        this.echoes = stores.echoes();
        this.steps = stores.steps();
        this.contacts = stores.contacts();
        this.lists = lists;
        this.answering = answering;
        this.joined = joined;
        this.grants = grants;
        this.clock = clock;
    }

    /**
     * A report as offices see it: what tells who somebody is, is masked in the words, and no contact is in it.
     *
     * @param way newest step first
     * @param metoo how many others said "me too"
     * @param others what they wrote, as far as they did
     * @param contact {@code phone} or {@code mail} where one is kept that a caller may ask for, else null
     */
    public record Told(
            Report report, List<Written> words, List<Step> way, int metoo, List<Written> others, String contact) {}

    /** How many reports a matter has, and how many more say "me too". */
    public record Count(int reports, int metoo) {}

    /** What a person may or may not do now: the move, and why not, if not. */
    public record Choice(Move move, Refusal refusal) {}

    /**
     * Which reports a list shows.
     *
     * @param open those that wait for an answer, the most urgent first; else those that have one, the newest first
     * @param stage only these; null for all
     * @param own without the units below
     */
    public record Filter(boolean open, Stage stage, boolean own) {}

    /** Where a list goes on, and how many rows it shows. */
    public record Slot(String cursor, int limit) {}

    /** The report, or NotFound where it does not exist or is nothing to this person. */
    @Transactional(readOnly = true)
    public Told visible(ReportId id, Scope scope) {
        Report report = seen(id, scope).report();
        int metoo = echoes.echoes(List.of(id)).getOrDefault(id, 0);
        String contact = contacts.find(id)
                .filter(c -> c.cipher() != null)
                .map(ContactStore.Sealed::kind)
                .orElse(null);
        List<Written> others = masked(echoes.words(id, OTHERS));
        return new Told(report, masked(steps.words(id)), steps.of(id), metoo, others, contact);
    }

    private static List<Written> masked(List<Written> words) {
        return words.stream().map(ReportListStore::masked).toList();
    }

    /** The report of a receipt's public code, if the scope shows it. */
    @Transactional(readOnly = true)
    public Optional<Report> byCode(String code, Scope scope) {
        return store.lock(Receipts.plain(code))
                .flatMap(l -> find(l.id(), scope))
                .map(Seen::report);
    }

    /** Every office move of the table from this stage, each with the refusal that stands in this person's way, if any. */
    @Transactional(readOnly = true)
    public List<Choice> choices(ReportId id, Scope scope) {
        Seen seen = seen(id, scope);
        ReportRules.Facts facts = answering.facts(seen.report(), new ReportActing(seen.scope(), clock.instant()));
        return ReportMoves.ALL.stream()
                .filter(m ->
                        m.who().isOffice() && m.from().contains(seen.report().stage()))
                .map(m -> new Choice(
                        m, ReportRules.mayNot(seen.report(), facts, m).orElse(null)))
                .toList();
    }

    /** One page of what lies at the units in scope or is answered for by them. */
    @Transactional(readOnly = true)
    public Slice<ReportRow> list(Filter filter, Scope scope, Slot slot) {
        Where where = new Where().and(ReportListStore.inSight(scope));
        where.and(
                "stage = :stage",
                "stage",
                filter.stage() == null ? null : filter.stage().word());
        where.and("asked = any(:mine) or receiver = any(:mine)", "mine", filter.own() ? own(scope) : null);
        return filter.open() ? lists.urgent(where, slot) : lists.newest(where, slot);
    }

    /** Reports of a matter that the caller has been shown, and of those that were joined to it: what is about a unit itself only where the scope shows it. */
    @Transactional(readOnly = true)
    public List<ReportRow> about(MatterId matter, Scope scope, int limit) {
        return lists.about(joined.withJoined(List.of(matter)).get(matter), scope, limit);
    }

    /** How many a matter has that the caller has been shown, with those of what was joined to it. */
    @Transactional(readOnly = true)
    public Count count(MatterId matter) {
        return echoes.count(joined.withJoined(List.of(matter)).get(matter));
    }

    /** Those of these reports that the scope shows, in no order. */
    @Transactional(readOnly = true)
    public List<ReportRow> seen(Collection<ReportId> ids, Scope scope) {
        return lists.all(ids, scope);
    }

    /**
     * Makes an office move: takes it as a matter, joins one, hands it on, decides, looks for spam.
     *
     * @throws Refusal where a rule says no, or as a conflict where somebody else was faster
     */
    @Transactional
    public Report answer(ReportId id, ReportAnswer answer, Scope scope) {
        return answer(id, answer, scope, clock.instant());
    }

    /** The same at a stated moment, for what was done on paper earlier. */
    @Transactional
    public Report answer(ReportId id, ReportAnswer answer, Scope scope, Instant at) {
        Seen seen = seen(id, scope);
        return answering.answer(seen.report(), answer, new ReportActing(seen.scope(), at));
    }

    /** Whether the person may look at a report. */
    @Transactional(readOnly = true)
    public boolean sees(ReportId id, Scope scope) {
        return find(id, scope).isPresent();
    }

    /** Whether the person may write down what somebody else reports. */
    public boolean writes(Scope scope) {
        return scope.grants().stream()
                .anyMatch(g -> ReportMoves.Who.DESK.roles().contains(g.role()));
    }

    /** A report and the scope that shows it, both of one version of the tree. */
    record Seen(Report report, Scope scope) {}

    Seen seen(ReportId id, Scope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("report", id.value()));
    }

    /** Positions mean nothing under another version of the tree: where the tree has changed, both are read anew. */
    private Optional<Seen> find(ReportId id, Scope asked) {
        Scope scope = asked;
        for (int i = 0; i < READINGS; i++) {
            ReportStore.Placed found = store.placed(id).orElse(null);
            if (found == null || found.treeVersion() == scope.treeVersion()) {
                return found == null || !sees(found.report(), scope)
                        ? Optional.empty()
                        : Optional.of(new Seen(found.report(), scope));
            }
            scope = grants.scopeOf(scope.actor());
        }
        throw Refusal.conflict("voice.refused.tree");
    }

    private static boolean sees(Report report, Scope scope) {
        return scope.sees(report.askedAt()) || scope.sees(report.receiverAt());
    }

    private static Integer[] own(Scope scope) {
        return scope.grants().stream()
                .map(Grant::unit)
                .map(UnitId::value)
                .distinct()
                .toArray(Integer[]::new);
    }
}
