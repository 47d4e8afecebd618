package org.luodi.voice;

import java.util.List;
import java.util.Optional;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Placement;
import org.luodi.voice.ReportSteps.Made;
import org.luodi.voice.ReportSteps.Said;
import org.springframework.stereotype.Component;

/** Those that said "me too": they go beside the first, follow it into its matter, and do not fall with it. */
@Component
class Beside {

    private final ReportStore store;
    private final EchoStore echoes;
    private final StepStore words;
    private final ReportSteps steps;
    private final ReportPlaces places;
    private final MatterBatches matters;

    Beside(
            ReportStore store,
            EchoStore echoes,
            StepStore words,
            ReportSteps steps,
            ReportPlaces places,
            MatterBatches matters) {
        this.store = store;
        this.echoes = echoes;
        this.words = words;
        this.steps = steps;
        this.places = places;
        this.matters = matters;
    }

    /** Whether somebody may still say "me too" to it: in a matter that has ended nobody would get it. */
    boolean isOpenTo(Report report) {
        boolean stands = report.stage() != Stage.CHECKING
                && report.stage() != Stage.WITHDRAWN
                && report.stage() != Stage.SET_ASIDE;
        return stands && (report.matter() == null || goesOn(report.matter()));
    }

    private boolean goesOn(MatterId matter) {
        return matters.goingOn(List.of(matter)).get(matter).stage().isOpen();
    }

    /**
     * The report that one which is let through now goes beside, held until the transaction ends; empty where it goes on for itself.
     * Whoever holds both holds the first one first.
     */
    Optional<Report> first(Report held) {
        return Optional.ofNullable(held.echoOf()).flatMap(store::hold).filter(this::isOpenTo);
    }

    /** Puts one that was let through beside the first, and into its matter where it has one. */
    Report go(Report released, Report first, ReportActing acting) {
        Report beside = ReportTurn.of(released).to(Stage.ALONGSIDE).by(acting);
        steps.write(released, beside, Verb.GO_BESIDE, acting);
        return first.matter() == null ? beside : follow(beside, first, acting);
    }

    /** The same as the first said must not be lost where that one stands no more. */
    void inherit(Report released, ReportId first, ReportActing acting) {
        if (words.words(released.id()).isEmpty()) {
            words.words(first).stream().findFirst().ifPresent(w -> words.add(released.id(), w.text(), acting.at()));
        }
    }

    /** All that stand beside a report go with it into its matter. */
    void follow(Report first, ReportActing acting) {
        echoes.alongside(first.id()).forEach(echo -> follow(echo, first, acting));
    }

    private Report follow(Report echo, Report first, ReportActing acting) {
        Placement taker = places.receiver(first);
        Report now = ReportTurn.of(echo)
                .to(Stage.JOINED)
                .ask(taker, first.askedOn(), null)
                .accepted()
                .matter(first.matter())
                .by(acting);
        steps.write(echo, now, new Made(Verb.FOLLOW, Said.NOTHING), acting);
        return now;
    }

    /** Those beside a report that is withdrawn before it became a matter must not fall with it: the oldest takes its place. */
    void stepIn(Report gone, ReportActing acting) {
        List<Report> beside = gone.stage().isOpen() ? echoes.alongside(gone.id()) : List.of();
        if (beside.isEmpty()) {
            return;
        }
        Report first = beside.get(0);
        steps.write(first, ReportTurn.of(first).inPlaceOf(gone).by(acting), Verb.STEP_IN, acting);
        inherit(first, gone.id(), acting);
        echoes.beside(gone.id(), first.id());
    }
}
