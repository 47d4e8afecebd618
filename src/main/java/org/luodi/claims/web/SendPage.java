package org.luodi.claims.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.luodi.claims.Lever;
import org.luodi.claims.Prospects;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Unit;
import org.luodi.platform.web.Ui;
import org.luodi.programme.Programme;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The form by which a claim is sent.
 *
 * @param lever null while it has not been chosen
 * @param due the day by which an answer is due
 * @param titles of the matters that are shown
 */
public record SendPage(
        Prospects.Outlook outlook,
        Lever lever,
        LocalDate due,
        Map<MatterId, String> titles,
        Programme programme,
        Map<String, String> typed) {

    private static final int SHOWN = 20;

    /** The same with the titles of what it shows. */
    SendPage with(Map<MatterId, String> read) {
        return new SendPage(outlook, lever, due, read, programme, typed);
    }

    public String value(String name) {
        return typed.get(name);
    }

    /** The first matters, as many as a form can show. */
    public List<Matter> shown() {
        return outlook.matters().stream().limit(SHOWN).toList();
    }

    public int more() {
        return outlook.matters().size() - shown().size();
    }

    public String title(Matter matter) {
        return titles.getOrDefault(matter.id(), "");
    }

    /** The numbers of all matters, as the form carries them on. */
    public String ids() {
        return outlook.matters().stream()
                .map(m -> Long.toString(m.id().value()))
                .collect(Collectors.joining(","));
    }

    /** The same form with a lever chosen. */
    public String url(Lever chosen) {
        return back() + "&lever=" + chosen.word();
    }

    /** The form before a lever is chosen: about the same matters, or the same list. */
    public String back() {
        if (typed.get("unit") == null) {
            return "/claims/new?matters=" + ids();
        }
        Map<String, String> list = new LinkedHashMap<>(typed);
        list.remove("lever");
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/claims/new");
        list.forEach((name, value) -> url.queryParam(name, "{" + name + "}"));
        return url.build(false).expand(list).encode().toUriString();
    }

    /** The unit that is chosen, or that units like it have claimed such most often. */
    public String asked() {
        Unit likeliest = outlook.likeliest();
        String given = typed.get("asked");
        return given != null || likeliest == null
                ? given
                : Integer.toString(likeliest.id().value());
    }

    /** The units that may be asked, each with what its like have decided. */
    public Map<String, String> candidates(Ui ui) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Prospects.Candidate c : outlook.candidates()) {
            String known = c.row() == null
                    ? ui.text("claims.catalogue.unknown")
                    : ui.text(
                            "claims.catalogue.known", c.row().claimed(), c.row().refused());
            options.put(
                    Integer.toString(c.unit().id().value()),
                    ui.text("claims.catalogue.candidate", c.unit().name(), known));
        }
        return options;
    }
}
