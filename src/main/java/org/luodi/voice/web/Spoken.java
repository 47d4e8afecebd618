package org.luodi.voice.web;

import java.util.Map;
import org.luodi.platform.NotFound;
import org.luodi.voice.ReportId;
import org.luodi.voice.Voices;

/** What a reporter says of the own report. */
@FunctionalInterface
interface Spoken {

    void on(Voices voices, ReportId report);

    /** The word behind a noun in a URL, with what was typed; NotFound where there is none. */
    static Spoken of(String noun, Map<String, String> typed) {
        return switch (noun) {
            case "additions" -> (voices, id) -> voices.add(id, typed.get("text"));
            case "objections" -> (voices, id) -> voices.object(id, typed.get("text"));
            case "category-doubts" -> (voices, id) -> voices.doubt(id, category(typed.get("category")));
            case "withdrawals" -> Voices::withdraw;
            default -> throw new NotFound("page", noun);
        };
    }

    private static Integer category(String typed) {
        return typed == null || typed.isBlank() ? null : Receiving.number(typed);
    }
}
