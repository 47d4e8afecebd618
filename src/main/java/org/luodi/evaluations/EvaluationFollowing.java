package org.luodi.evaluations;

import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.voice.Following;
import org.luodi.voice.ReportId;
import org.springframework.stereotype.Component;

/** On the page that follows a report: the question, as long as it is open. */
@Component
class EvaluationFollowing implements Following {

    private final Evaluations evaluations;

    EvaluationFollowing(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public List<Line> lines(ReportId report, MatterId matter) {
        return evaluations.doors(report).stream()
                .filter(d -> d.open() || d.answered())
                .limit(3)
                .map(EvaluationFollowing::line)
                .toList();
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
