package org.luodi.evaluations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.luodi.matters.MatterId;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.voice.Reaching;
import org.luodi.voice.ReportId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Those affected say whether it is solved (mechanisms 53): nobody but they answers, each once. */
@Component
public class Evaluations {

    /** So many wrong words, and a phone number's end or an address no longer opens; the receipt still does. */
    static final int ATTEMPTS = 5;

    private static final int DUE = 200;

    private final Askings askings;
    private final InvitationStore invitations;
    private final Around around;
    private final AttemptStore attempts;
    private final Links links;
    private final Reaching reaching;
    private final Questions questions;
    private final Clock clock;

    Evaluations(Askings askings, Around around, Asked asked, Questions questions, Clock clock) {
        this.askings = askings;
        this.invitations = askings.invitations();
        this.around = around;
        this.attempts = asked.attempts();
        this.links = asked.links();
        this.reaching = asked.reaching();
        this.questions = questions;
        this.clock = clock;
    }

    /** What opens askings and ends them. */
    @Component("evaluationsAround")
    record Around(AskingFollower follower, AskingOpening opening, AskingEnds ends) {}

    /** How those who are asked come here, and show who they are. */
    @Component("evaluationsAsked")
    record Asked(Links links, Reaching reaching, AttemptStore attempts) {}

    /** Asks whoever is to be asked and ends what everybody has answered; the application does so by itself all the time. */
    public void catchUp() {
        int read;
        do {
            read = around.follower().step();
        } while (read > 0);
        LocalDate today = today();
        askings.store().due(today, DUE).forEach(id -> around.ends().end(id, today));
    }

    /** Asks about a settled matter as on an earlier day, for what was settled before; nothing where it was asked about already. */
    @Transactional
    public void ask(MatterId matter, LocalDate day) {
        around.opening().open(List.of(matter), day);
    }

    /** What a link shows to anybody; NotFound where it was altered. */
    @Transactional(readOnly = true)
    public Door door(String link) {
        Invitation invitation = invited(link);
        Asking asking = askings.store().find(invitation.asking());
        return new Door(link, asking.takes(today()), invitations.hasAnswered(invitation.id()), asking.endsOn());
    }

    /**
     * The questions, for whoever shows that he is the one who was invited: with the secret word of his receipt, the last four
     * figures of his phone, or his mail address.
     */
    @Transactional(noRollbackFor = Refusal.class)
    public Question open(String link, String given) {
        Invitation invitation = invited(link);
        int wrong = attempts.hold(invitation.id());
        boolean locked = wrong >= ATTEMPTS;
        Reaching.Shown shown = reaching.shown(invitation.report(), given);
        if (shown == Reaching.Shown.NOTHING && !locked) {
            attempts.insert(invitation.id(), wrong + 1, clock.instant());
        }
        EvaluationRules.refuseIf(locked && shown != Reaching.Shown.RECEIPT, "evaluations.refused.locked");
        EvaluationRules.refuseIf(shown == Reaching.Shown.NOTHING, "evaluations.refused.shown");
        return question(invitation);
    }

    /** The questions, for whoever has shown the receipt under which he is invited on this device; empty where there is nothing to ask. */
    @Transactional(readOnly = true)
    public Optional<Question> known(String link, ReportId shown) {
        Invitation invitation = invited(link);
        boolean open =
                askings.store().find(invitation.asking()).takes(today()) && !invitations.hasAnswered(invitation.id());
        return open && invitation.report().equals(shown) ? Optional.of(question(invitation)) : Optional.empty();
    }

    /** The same with a pass that was given before, so that nothing has to be shown again. */
    @Transactional(readOnly = true)
    public Question again(String pass) {
        return question(passed(pass));
    }

    /** Takes an answer under the link that the pass was given for; refused after the last day, and a second time. */
    @Transactional
    public void answer(String link, String pass, Answer answer) {
        Invitation invitation = invited(link);
        EvaluationRules.refuseIf(passed(pass).id() != invitation.id(), "evaluations.refused.pass");
        answer(invitation.id(), answer);
    }

    @Transactional
    void answer(long id, Answer answer) {
        askings.answer(invitations.find(id).orElseThrow(() -> new NotFound("invitation", id)), answer, null);
    }

    /** The link of each open invitation under a report, with the day on which it ends. */
    @Transactional(readOnly = true)
    public List<Door> doors(ReportId report) {
        return invitations.under(report).stream()
                .map(i -> door(links.of(i.id())))
                .toList();
    }

    private Invitation invited(String link) {
        return links.invitation(link)
                .flatMap(invitations::find)
                .orElseThrow(() -> new NotFound("invitation", link == null ? "" : link));
    }

    private Invitation passed(String pass) {
        return links.passed(pass).flatMap(invitations::find).orElseThrow(() -> Refusal.of("evaluations.refused.pass"));
    }

    private Question question(Invitation invitation) {
        return questions.of(invitation, links.pass(invitation.id()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
