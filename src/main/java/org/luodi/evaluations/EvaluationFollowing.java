package org.luodi.evaluations;

import java.util.ArrayList;
import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.voice.Following;
import org.luodi.voice.ReportId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On the page that follows a report: the question, as long as it is open. */
@Component
class EvaluationFollowing implements Following {

    private final Evaluations evaluations;
    private final KeptStore kept;

    EvaluationFollowing(Evaluations evaluations, KeptStore kept) {
        this.evaluations = evaluations;
        this.kept = kept;
    }

    @Override
    public List<Line> lines(ReportId report, MatterId matter) {
        return evaluations.doors(report).stream()
                .filter(d -> d.open() || d.answered())
                .limit(3)
                .map(EvaluationFollowing::line)
                .toList();
    }

    /** Each invitation, what was answered to it, and who saw the number that was to be called. */
    @Override
    @Transactional(readOnly = true)
    public List<Line> kept(ReportId report) {
        List<Line> lines = new ArrayList<>();
        for (KeptStore.Kept one : kept.of(report)) {
            lines.add(said("invited", one.day(), "evaluations.part." + one.part(), one.endsOn()));
            if (one.mailed() != null) {
                lines.add(said("mailed", one.mailed()));
            }
            kept.looks(one.invitation()).forEach(look -> lines.add(said("seen", look.at(), look.reason())));
            if (one.answer() != null) {
                lines.add(answer(one));
            }
        }
        return lines;
    }

    private static Line answer(KeptStore.Kept one) {
        Answer answer = one.answer();
        return said(
                one.byPhone() ? "phoned" : "answered",
                one.answered(),
                word("solved", answer.solved()),
                word("satisfied", answer.satisfied()),
                word("fits", answer.fits()),
                answer.words() == null ? "–" : answer.words());
    }

    private static String word(String question, boolean yes) {
        return "evaluations." + question + (yes ? ".yes" : ".no");
    }

    private static Line said(String what, Object... args) {
        return new Line("evaluations.kept." + what, List.of(args), null, null, null);
    }

    private static Line line(Door door) {
        return door.answered()
                ? new Line("evaluations.follow.answered", List.of(), null, null, null)
                : new Line(
                        "evaluations.follow.open",
                        List.of(),
                        door.endsOn(),
                        "/evaluations/" + door.link(),
                        "evaluations.follow.answer");
    }
}
