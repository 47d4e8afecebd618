package org.luodi.evaluations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.luodi.matters.Detail;
import org.luodi.matters.Matters;
import org.luodi.voice.PersonalData;
import org.springframework.stereotype.Component;

/** What is asked: the matter in the unit's own words, without what tells who somebody is. */
@Component("evaluationQuestions")
class Questions {

    private final AskingStore askings;
    private final InvitationStore invitations;
    private final Matters matters;
    private final Clock clock;

    Questions(Askings.Stores stores, Matters matters, Clock clock) {
        this.askings = stores.askings();
        this.invitations = stores.invitations();
        this.matters = matters;
        this.clock = clock;
    }

    /** For one who is invited and has not answered, before the last day is past. */
    Question of(Invitation invitation, String pass) {
        Asking asking = askings.find(invitation.asking());
        EvaluationRules.refuseIf(invitations.hasAnswered(invitation.id()), "evaluations.refused.twice");
        EvaluationRules.refuseIf(!asking.takes(LocalDate.now(clock)), "evaluations.refused.ended", asking.endsOn());
        Detail detail = matters.details(List.of(asking.matter())).get(asking.matter());
        return new Question(
                pass,
                PersonalData.masked(detail.title()),
                masked(detail.progress()),
                masked(detail.lasting()),
                asking.unit(),
                asking.endsOn());
    }

    private static String masked(String text) {
        return text == null || text.isBlank() ? null : PersonalData.masked(text);
    }
}
