package org.luodi.evaluations.web;

import java.util.List;
import org.luodi.evaluations.Rate;
import org.luodi.evaluations.Rates;
import org.luodi.organisation.Line;
import org.luodi.organisation.Unit;
import org.luodi.platform.web.Ui;

/** The rates of a unit as a page shows them. */
public record RatePage(Unit unit, List<Unit> path, Rates rates, Line.Word line) {

    public String here() {
        return "/evaluations/units/" + unit.id().value();
    }

    /** The list behind the numbers, for those who work there. */
    public String desk() {
        return "/evaluations/desk/units/" + unit.id().value() + "?line=" + line.name();
    }

    /** A share in per cent, or that too few stand behind it. */
    public String share(Rate rate, Ui ui) {
        return rate.isShown() ? percent(rate.mille()) : ui.text("evaluations.few", rates.minimum());
    }

    /** Numerator, denominator and interval; nothing where too few stand behind it. */
    public String stands(Rate rate, Ui ui) {
        return rate.isShown()
                ? ui.text("evaluations.of", ui.number(rate.yes()), ui.number(rate.of()))
                        + ui.text("evaluations.interval", percent(rate.low()), percent(rate.high()))
                : "";
    }

    private static String percent(int mille) {
        return mille % 10 == 0 ? mille / 10 + "%" : mille / 10 + "." + mille % 10 + "%";
    }
}
