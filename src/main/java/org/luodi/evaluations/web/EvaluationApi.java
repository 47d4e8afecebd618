package org.luodi.evaluations.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.luodi.evaluations.Rate;
import org.luodi.evaluations.Rates;
import org.luodi.evaluations.Result;
import org.luodi.evaluations.Results;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Limits;
import org.luodi.platform.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evaluations as JSON: rates and draws for anybody, the matters behind them in the scope. */
@RestController
@RequestMapping("/api/evaluations")
class EvaluationApi {

    private final Results results;
    private final Units units;
    private final Limits limits;

    EvaluationApi(Results results, Units units, Limits limits) {
        this.results = results;
        this.units = units;
        this.limits = limits;
    }

    /** All rates of a unit; where fewer than the minimum answered a rate is null in all its parts. */
    record RatesJson(
            int unit,
            int minimum,
            Map<String, RateJson> concerned,
            Map<String, RateJson> sample,
            RateJson lasting,
            RateJson silent,
            Map<String, Long> leftOut) {}

    /** A share with its numerator, its denominator and its 95 % interval. */
    record RateJson(Long numerator, Long denominator, Double share, Double low, Double high) {

        static RateJson of(Rate rate) {
            return rate.isShown()
                    ? new RateJson(
                            rate.yes(), rate.of(), rate.mille() / 1000.0, rate.low() / 1000.0, rate.high() / 1000.0)
                    : new RateJson(null, null, null, null, null);
        }
    }

    @GetMapping("/units/{id}")
    RatesJson rates(@PathVariable int id, @RequestParam(defaultValue = "territorial") Line.Word line) {
        UnitId unit = units.find(new UnitId(id))
                .orElseThrow(() -> new NotFound("unit", id))
                .id();
        Rates rates = results.rates(unit, line.line());
        Map<String, Long> leftOut = new LinkedHashMap<>();
        Rates.LEFT_OUT.forEach(name -> leftOut.put(name, rates.count(name)));
        return new RatesJson(
                id,
                rates.minimum(),
                group(rates, Rates.GROUPS.get(0)),
                group(rates, Rates.GROUPS.get(1)),
                RateJson.of(rates.lasting()),
                RateJson.of(rates.silent()),
                leftOut);
    }

    private static Map<String, RateJson> group(Rates rates, String group) {
        Map<String, RateJson> shares = new LinkedHashMap<>();
        Rates.NAMES.forEach(name -> shares.put(name, RateJson.of(rates.rate(group, name))));
        return shares;
    }

    @GetMapping("/draws/{id}")
    Results.Proof draw(@PathVariable long id) {
        limits.pass(Limits.Door.FOLLOW);
        return results.proof(id);
    }

    @GetMapping("/desk/units/{id}")
    Slice<ResultJson> list(
            @PathVariable int id,
            @RequestParam(defaultValue = "territorial") Line.Word line,
            Paging paging,
            Scope scope) {
        Slice<Result> slice =
                results.list(new UnitId(id), line.line(), scope, new Results.Slot(paging.cursor(), paging.rows()));
        return new Slice<>(slice.rows().stream().map(ResultJson::of).toList(), slice.next());
    }
}
