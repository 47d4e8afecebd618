package org.luodi.evaluations.web;

import java.util.Map;
import org.luodi.evaluations.Result;
import org.luodi.matters.MatterId;
import org.luodi.matters.Waiting;
import org.luodi.organisation.Line;
import org.luodi.organisation.Unit;
import org.luodi.platform.Slice;

/** The matters behind the rates of a unit. */
public record ResultList(Unit unit, Slice<Result> slice, Map<MatterId, Waiting.Found> matters, Line.Word line) {

    public String title(Result result) {
        Waiting.Found found = matters.get(result.matter());
        return found == null ? "" : found.title();
    }

    public String number(Result result) {
        Waiting.Found found = matters.get(result.matter());
        return found == null ? "" : found.matter().number();
    }

    /** How an outcome is shown. */
    public static String tone(Result result) {
        return switch (result.outcome()) {
            case KEPT -> "good";
            case SENT_BACK -> "bad";
            default -> "info";
        };
    }

    /** Where the list goes on; null at the end. */
    public String more() {
        return slice.next() == null
                ? null
                : "/evaluations/desk/units/" + unit.id().value() + "?line=" + line.name() + "&cursor=" + slice.next();
    }
}
