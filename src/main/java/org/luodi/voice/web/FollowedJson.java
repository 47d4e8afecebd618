package org.luodi.voice.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.luodi.voice.Step;
import org.luodi.voice.Written;

/**
 * A report as the API shows it to whoever holds its receipt.
 *
 * @param asked the unit that has to do the next step
 * @param due the day by which it does; null where nobody has to
 * @param matter number of the matter it became, or null
 * @param metoo how many others said the same
 */
record FollowedJson(
        String code,
        String stage,
        int unit,
        int asked,
        LocalDate due,
        boolean late,
        Integer category,
        String matter,
        String matterStage,
        int metoo,
        int photos,
        List<Written> words,
        List<Way> way) {

    /** One step; from, to, ground and words may be null. */
    record Way(String verb, Integer from, Integer to, String ground, String words, Instant at) {

        private static Way of(Step step) {
            return new Way(
                    step.verb().past(),
                    step.from() == null ? null : step.from().value(),
                    step.to() == null ? null : step.to().value(),
                    step.ground() == null ? null : step.ground().word(),
                    step.words(),
                    step.at());
        }
    }

    static FollowedJson of(FollowPage page) {
        var matter = page.matter() == null ? null : page.matter().matter();
        return new FollowedJson(
                page.report().code(),
                page.report().stage().word(),
                page.report().place().value(),
                matter == null ? page.report().asked().value() : matter.unit().value(),
                page.due(),
                page.late(),
                page.report().category(),
                matter == null ? null : matter.number(),
                matter == null ? null : matter.stage().word(),
                page.told().metoo(),
                page.photos().size(),
                page.told().words(),
                page.way().stream().map(Way::of).toList());
    }
}
