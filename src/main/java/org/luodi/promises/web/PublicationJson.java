package org.luodi.promises.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.luodi.promises.Promise;

/** A publication as the API shows it to those in charge. */
record PublicationJson(
        long id,
        long matter,
        int unit,
        String title,
        String words,
        String state,
        Step proposed,
        Step decided,
        Step recalled,
        String reason,
        int supports) {

    /** Who did something, and when. */
    record Step(long by, OffsetDateTime at) {

        private static Step of(Promise.Step step, ZoneId zone) {
            return step == null
                    ? null
                    : new Step(step.by(), step.at().atZone(zone).toOffsetDateTime());
        }
    }

    static PublicationJson of(Promise promise, ZoneId zone) {
        return new PublicationJson(
                promise.id(),
                promise.matter().value(),
                promise.unit().value(),
                promise.title(),
                promise.words(),
                promise.state().word(),
                Step.of(promise.proposed(), zone),
                Step.of(promise.decided(), zone),
                Step.of(promise.recalled(), zone),
                promise.reason(),
                promise.supports());
    }
}
