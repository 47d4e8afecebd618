package org.luodi.voice;

import java.time.Clock;
import java.time.LocalDate;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.programme.Programmes;
import org.luodi.programme.WorkingDays;
import org.luodi.voice.ReportMoves.Move;
import org.springframework.stereotype.Component;

/** What a reporter may do with a receipt: add, say that the category is wrong, object, withdraw. */
@Component
class Speaking {

    private final ReportStore store;
    private final Beside beside;
    private final StepStore words;
    private final ReportSteps steps;
    private final ReportPlaces places;
    private final Programmes programmes;
    private final WorkingDays workingDays;
    private final Clock clock;

    Speaking(
            ReportStore store,
            Beside beside,
            StepStore words,
            ReportSteps steps,
            ReportPlaces places,
            Programmes programmes,
            WorkingDays workingDays,
            Clock clock) {
        this.store = store;
        this.beside = beside;
        this.words = words;
        this.steps = steps;
        this.places = places;
        this.programmes = programmes;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** What the reporter says: words or a category; the rest is null. */
    record Word(Verb verb, String text, Integer category) {}

    void say(ReportId id, Word word, ReportActing acting) {
        places.hold();
        Report old = store.hold(id).orElseThrow(() -> new NotFound("report", id.value()));
        Move move = ReportRules.move(old, word.verb());
        check(old, word);
        ReportTurn turn = turn(places.turn(old).to(move.to()), old, word, acting);
        steps.write(old, turn.by(acting), word.verb(), acting);
        if (word.text() != null) {
            words.add(id, word.text().strip(), acting.at());
        }
        if (word.verb() == Verb.WITHDRAW) {
            beside.stepIn(old, acting);
        }
    }

    private void check(Report old, Word word) {
        switch (word.verb()) {
            case ADD, OBJECT -> {
                ReportRules.text(word.text());
                if (words.words(old.id()).size() > ReportRules.ADDITIONS) {
                    throw Refusal.of("voice.refused.additions", ReportRules.ADDITIONS);
                }
            }
            case DOUBT -> {
                if (word.category() == null) {
                    throw Refusal.of("voice.refused.need.category");
                }
                ReportRules.category(word.category(), programmes.current());
            }
            default -> {}
        }
    }

    /** Before it is taken up the reporter's category simply holds; later the office sees that it is doubted. */
    private ReportTurn turn(ReportTurn turn, Report old, Word word, ReportActing acting) {
        return switch (word.verb()) {
            case DOUBT -> old.stage().isOpen() ? turn.category(word.category()) : turn.doubted(word.category());
            case OBJECT -> {
                LocalDate today = acting.day(clock.getZone());
                int days = programmes.current().voice().handBackDays();
                yield turn.suspected(null).within(today, workingDays.after(today, days));
            }
            default -> turn;
        };
    }
}
