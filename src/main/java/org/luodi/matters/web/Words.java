package org.luodi.matters.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.luodi.matters.Detail;

/** The words of a matter, one form field each, by the names the API and the message keys use too. */
public final class Words {

    private Words() {}

    /** Every text and day by its name, in the order of the three lists; null where there is none. */
    public static Map<String, String> of(Detail d) {
        Map<String, String> words = new LinkedHashMap<>(problem(d));
        words.putAll(responsibility(d));
        words.putAll(task(d));
        return words;
    }

    /** 问题清单. */
    public static Map<String, String> problem(Detail d) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("title", d.title());
        words.put("symptoms", d.symptoms());
        words.put("since", day(d.own().since()));
        words.put("affected", d.own().affected());
        words.put("outcome", d.own().outcome());
        words.put("proof", d.own().proof());
        words.put("cause-own", d.causeOwn());
        words.put("cause-above", d.causeAbove());
        words.put("remark", d.remark());
        return words;
    }

    /** 责任清单. */
    public static Map<String, String> responsibility(Detail d) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("lead-unit", d.leadUnit());
        words.put("helpers", d.helpers());
        words.put("leader", d.leader());
        words.put("person", d.person());
        return words;
    }

    /** 任务清单. */
    public static Map<String, String> task(Detail d) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("standard", d.standard());
        words.put("measures", d.measures());
        words.put("division", d.division());
        words.put("progress", d.progress());
        words.put("evidence", d.evidence());
        words.put("lasting", d.lasting());
        words.put("county-accepted", day(d.countyAccepted()));
        words.put("city-accepted", day(d.cityAccepted()));
        words.put("industry-accepted", day(d.industryAccepted()));
        words.put("solved", d.solved());
        words.put("closed-on", day(d.closedOn()));
        return words;
    }

    /** The words with those of the form; a field that the form does not have stays. */
    static Detail changed(Detail d, Asking.Form form) {
        return new Detail(
                text("title", d.title(), form),
                text("symptoms", d.symptoms(), form),
                text("cause-own", d.causeOwn(), form),
                text("cause-above", d.causeAbove(), form),
                text("lead-unit", d.leadUnit(), form),
                text("helpers", d.helpers(), form),
                text("leader", d.leader(), form),
                text("person", d.person(), form),
                text("standard", d.standard(), form),
                text("measures", d.measures(), form),
                text("division", d.division(), form),
                text("progress", d.progress(), form),
                text("evidence", d.evidence(), form),
                day("county-accepted", d.countyAccepted(), form),
                day("city-accepted", d.cityAccepted(), form),
                day("industry-accepted", d.industryAccepted(), form),
                text("solved", d.solved(), form),
                text("lasting", d.lasting(), form),
                d.closedOn() == null ? null : day("closed-on", d.closedOn(), form),
                text("remark", d.remark(), form),
                new Detail.Own(
                        day("since", d.own().since(), form),
                        text("affected", d.own().affected(), form),
                        text("outcome", d.own().outcome(), form),
                        text("proof", d.own().proof(), form)));
    }

    private static String text(String name, String standing, Asking.Form form) {
        return form.typed().containsKey(name) ? form.text(name) : standing;
    }

    private static LocalDate day(String name, LocalDate standing, Asking.Form form) {
        return form.typed().containsKey(name) ? form.day(name) : standing;
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
