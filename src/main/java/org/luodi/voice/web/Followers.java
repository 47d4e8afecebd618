package org.luodi.voice.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Relaying;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.voice.Following;
import org.luodi.voice.Photos;
import org.luodi.voice.Report;
import org.luodi.voice.ReportId;
import org.luodi.voice.Stage;
import org.luodi.voice.Voices;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what a reporter is told: the report, the matter it became, and the lines of the modules above. */
@Component
class Followers {

    private final Voices voices;
    private final Around around;
    private final Receiving receiving;
    private final ObjectProvider<Following> others;
    private final Clock clock;

    Followers(Voices voices, Around around, Receiving receiving, ObjectProvider<Following> others, Clock clock) {
        this.voices = voices;
        this.around = around;
        this.receiving = receiving;
        this.others = others;
        this.clock = clock;
    }

    /** Where more is known. */
    @Component("followersAround")
    record Around(Relaying matters, MatterBatches joined, Units units, Photos photos) {}

    /** The page of a report, or the form that asks for its receipt; what was typed when a pass ended stays. */
    String shown(Optional<ReportId> report, Map<String, String> typed, Model model) {
        model.addAttribute("typed", typed);
        report.ifPresent(id -> model.addAttribute("page", page(id)));
        return report.isPresent() ? "voice/followed" : "voice/follow";
    }

    FollowPage page(ReportId id) {
        Voices.Told told = voices.told(id);
        Report report = told.report();
        boolean goesOn = report.stage() == Stage.TAKEN || report.stage() == Stage.JOINED;
        Matters.Told matter = goesOn ? matter(report.matter()) : null;
        MatterId now = matter == null ? report.matter() : matter.matter().id();
        List<Following.Line> lines =
                others.orderedStream().flatMap(f -> f.lines(id, now).stream()).toList();
        return new FollowPage(
                told,
                around.photos().of(id),
                matter,
                lines,
                around.units().names(units(told, matter)),
                receiving.categories(),
                LocalDate.now(clock));
    }

    /** The matter that it became, or the one to which that was joined. */
    private Matters.Told matter(MatterId became) {
        MatterId id = around.joined().goingOn(List.of(became)).get(became).id();
        return around.matters().all(List.of(id)).stream().findFirst().orElse(null);
    }

    private static Set<UnitId> units(Voices.Told told, Matters.Told matter) {
        Set<UnitId> units = new HashSet<>(List.of(
                told.report().place(), told.report().receiver(), told.report().asked()));
        told.way().forEach(s -> {
            units.add(s.from());
            units.add(s.to());
        });
        if (matter != null) {
            units.add(matter.matter().unit());
        }
        units.remove(null);
        return units;
    }
}
