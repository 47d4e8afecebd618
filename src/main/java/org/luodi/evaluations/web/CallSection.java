package org.luodi.evaluations.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luodi.evaluations.Calls;
import org.luodi.matters.DayRow;
import org.luodi.matters.DaySection;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.voice.PersonalData;
import org.springframework.stereotype.Component;

/** For a caller: who is to be called and asked. */
@Component
class CallSection implements DaySection {

    private final Calls calls;
    private final Matters matters;

    CallSection(Calls calls, Matters matters) {
        this.calls = calls;
        this.matters = matters;
    }

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public String title() {
        return "evaluations.day.calls";
    }

    @Override
    public String all(Scope scope) {
        return "/evaluations/desk/calls";
    }

    @Override
    public List<DayRow> rows(Scope scope, LocalDate today, int limit) {
        if (!calls.calls(scope)) {
            return List.of();
        }
        List<Calls.Call> waiting = calls.waiting(scope, null, limit).rows();
        Map<MatterId, Detail> words = matters.details(
                waiting.stream().map(Calls.Call::matter).distinct().toList());
        return waiting.stream().map(c -> row(c, words.get(c.matter()))).toList();
    }

    private static DayRow row(Calls.Call call, Detail words) {
        String href = "/evaluations/desk/calls/" + call.invitation();
        DayRow.Note part =
                new DayRow.Note("info", "evaluations.part." + call.part().word());
        DayRow.Way way = new DayRow.Way(href, "evaluations.day.call");
        String title = PersonalData.masked(words.title());
        return new DayRow(href, title, null, call.unit(), call.endsOn(), 0, part, List.of(way));
    }
}
