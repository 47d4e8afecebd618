package org.luodi.voice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luodi.evidence.Photo;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.voice.ReportIntake.Arrived;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The public: reports and their receipts (mechanisms 18, 52). What a receipt opens is opened by nothing else. */
@Component
public class Voices {

    private static final Set<Role> WRITING = Set.of(Role.CLERK, Role.LEADER, Role.SECRETARY);

    private final ReportStore store;
    private final EchoStore echoes;
    private final StepStore steps;
    private final ContactStore contacts;
    private final ReportIntake intake;
    private final Beside beside;
    private final Speaking speaking;
    private final Receipts receipts;
    private final Photos photos;
    private final MatterBatches matters;
    private final Units units;
    private final Clock clock;

    Voices(
            Stores stores,
            ReportIntake intake,
            Beside beside,
            Speaking speaking,
            Receipts receipts,
            Photos photos,
            MatterBatches matters,
            Units units,
            Clock clock) {
        this.store = stores.reports();
        this.echoes = stores.echoes();
        this.steps = stores.steps();
        this.contacts = stores.contacts();
        this.intake = intake;
        this.beside = beside;
        this.speaking = speaking;
        this.receipts = receipts;
        this.photos = photos;
        this.matters = matters;
        this.units = units;
        this.clock = clock;
    }

    /** The tables of this module. */
    @Component("voiceStores")
    record Stores(ReportStore reports, EchoStore echoes, StepStore steps, ContactStore contacts) {}

    /**
     * A report as its receipt shows it.
     *
     * @param way newest step first
     * @param metoo how many others said "me too"
     * @param contact {@code phone} or {@code mail}; null where none is kept
     */
    public record Told(Report report, List<Written> words, List<Step> way, int metoo, String contact) {}

    /** A token for a form that is about to be filled in: what is sent twice under it is kept once. */
    public String token() {
        return receipts.token();
    }

    /** Takes in what somebody reports without an account. It is on the disk when this returns. */
    @Transactional
    public Receipt receive(NewReport report) {
        return receive(report, clock.instant());
    }

    /** The same at a stated moment, for what was said earlier. */
    @Transactional
    public Receipt receive(NewReport report, Instant at) {
        return intake.receive(report, ReportActing.nobody(at)).receipt();
    }

    /** The same with photos; all of it is kept, or nothing. */
    @Transactional
    public Receipt receive(NewReport report, List<Photo> sent) {
        Arrived arrived = intake.receive(report, nobody());
        photos.receive(arrived.id(), sent);
        return arrived.receipt();
    }

    /** The same, written down by somebody who works for a unit, for one who phoned, wrote or came. */
    @Transactional
    public Receipt receive(NewReport report, Scope by) {
        return written(report, by).receipt();
    }

    /** The same, with the number of the report. */
    @Transactional
    public ReportId write(NewReport report, Scope by) {
        return written(report, by).id();
    }

    private Arrived written(NewReport report, Scope by) {
        if (by.grants().stream().noneMatch(g -> WRITING.contains(g.role()))) {
            throw Refusal.of("voice.refused.who.proxy");
        }
        if (!Way.proxies().contains(report.way())) {
            throw Refusal.of("voice.refused.way");
        }
        return intake.receive(report, new ReportActing(by, clock.instant()));
    }

    /** "Me too" to another's report; it has a receipt of its own. Words are optional. */
    @Transactional
    public Receipt meToo(String code, NewReport draft) {
        return echo(code, draft).receipt();
    }

    /** The same with photos; all of it is kept, or nothing. */
    @Transactional
    public Receipt meToo(String code, NewReport draft, List<Photo> sent) {
        Arrived arrived = echo(code, draft);
        photos.receive(arrived.id(), sent);
        return arrived.receipt();
    }

    private Arrived echo(String code, NewReport draft) {
        units.hold();
        Report original = byCode(code).orElseThrow(() -> new NotFound("report", code));
        ReportId first = original.echoOf() == null ? original.id() : original.echoOf();
        Report report = store.hold(first).orElseThrow();
        if (!beside.isOpenTo(report)) {
            throw Refusal.of("voice.refused.echo");
        }
        return intake.echo(report, draft, nobody());
    }

    /** The report that code and secret open; the same work and the same answer whether the code exists or not. */
    @Transactional(readOnly = true)
    public Optional<ReportId> authenticated(String code, String secret) {
        String plain = Receipts.plain(code);
        ReportStore.Lock lock = store.lock(plain).orElse(null);
        boolean opens = receipts.opens(plain, Receipts.plain(secret), lock == null ? null : lock.secret());
        return opens ? Optional.of(lock.id()) : Optional.empty();
    }

    /** A report by its public number, whoever asks: for what may be known to all. */
    @Transactional(readOnly = true)
    public Optional<Report> byCode(String code) {
        return store.lock(Receipts.plain(code)).flatMap(l -> store.find(l.id()));
    }

    /** All that its reporter may know. */
    @Transactional(readOnly = true)
    public Told told(ReportId id) {
        Report report = store.find(id).orElseThrow(() -> new NotFound("report", id.value()));
        int metoo = echoes.echoes(List.of(id)).getOrDefault(id, 0);
        String contact = contacts.find(id)
                .filter(c -> c.cipher() != null)
                .map(ContactStore.Sealed::kind)
                .orElse(null);
        return new Told(report, steps.words(id), steps.of(id), metoo, contact);
    }

    /** Adds to one's own report. */
    @Transactional
    public void add(ReportId id, String text) {
        speaking.say(id, new Speaking.Word(Verb.ADD, text, null), nobody());
    }

    /** Says which category is the right one. */
    @Transactional
    public void doubt(ReportId id, Integer category) {
        speaking.say(id, new Speaking.Word(Verb.DOUBT, null, category), nobody());
    }

    /** Says why a report that was set aside is meant. */
    @Transactional
    public void object(ReportId id, String text) {
        speaking.say(id, new Speaking.Word(Verb.OBJECT, text, null), nobody());
    }

    /** Takes one's own report back; it stays on the ledger, and what others said stands. */
    @Transactional
    public void withdraw(ReportId id) {
        speaking.say(id, new Speaking.Word(Verb.WITHDRAW, null, null), nobody());
    }

    /** Whom a matter concerns because they reported it or one that was joined to it, those who said "me too" among them. */
    @Transactional(readOnly = true)
    public List<Voice> of(MatterId matter) {
        return echoes.of(matters.withJoined(List.of(matter)).get(matter));
    }

    /** Those who have agreed to be asked about other things at a unit or below it, each contact once. */
    @Transactional(readOnly = true)
    public List<Circle> circle(UnitId place) {
        return units.find(place)
                .map(u -> contacts.circle(u.interval(Line.TERRITORIAL)))
                .orElse(List.of());
    }

    private ReportActing nobody() {
        return ReportActing.nobody(clock.instant());
    }
}
