package org.luodi.evaluations.web;

import java.time.LocalDate;
import java.util.List;
import org.luodi.evaluations.Answer;
import org.luodi.evaluations.Door;
import org.luodi.evaluations.Evaluations;
import org.luodi.evaluations.Question;
import org.luodi.organisation.Units;
import org.luodi.platform.web.Limits;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Those who are invited answer as JSON, under the rules of the page: a link alone opens nothing. */
@RestController
@RequestMapping("/api/evaluations/invitations/{link}")
class InvitedApi {

    private final Evaluations evaluations;
    private final Units units;
    private final Limits limits;

    InvitedApi(Evaluations evaluations, Units units, Limits limits) {
        this.evaluations = evaluations;
        this.units = units;
        this.limits = limits;
    }

    /** What a link shows to anybody. */
    record DoorJson(boolean open, boolean answered, LocalDate endsOn) {

        static DoorJson of(Door door) {
            return new DoorJson(door.open(), door.answered(), door.endsOn());
        }
    }

    /** What shows that it is the one who was invited: the secret word, the end of the phone number, or the mail address. */
    record Shown(String shown) {}

    /** What is asked, and the pass with which the answer comes back. */
    record QuestionJson(
            String pass, String title, String fixed, String lasting, int unit, String unitName, LocalDate endsOn) {}

    /** The three answers, and words or null. */
    record Said(String pass, Boolean solved, Boolean satisfied, Boolean fits, String words) {}

    @GetMapping
    DoorJson door(@PathVariable String link) {
        return DoorJson.of(evaluations.door(link));
    }

    @PostMapping("/openings")
    QuestionJson open(@PathVariable String link, @RequestBody Shown given) {
        limits.pass(Limits.Door.FOLLOW);
        Question question = evaluations.open(link, given.shown());
        return new QuestionJson(
                question.pass(),
                question.title(),
                question.fixed(),
                question.lasting(),
                question.unit().value(),
                units.names(List.of(question.unit())).get(question.unit()),
                question.endsOn());
    }

    @PostMapping("/answers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable String link, @RequestBody Said said) {
        limits.pass(Limits.Door.FOLLOW);
        evaluations.answer(link, said.pass(), new Answer(said.solved(), said.satisfied(), said.fits(), said.words()));
    }
}
