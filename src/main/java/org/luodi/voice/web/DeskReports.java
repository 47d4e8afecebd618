package org.luodi.voice.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Accounts;
import org.luodi.programme.Programmes;
import org.luodi.voice.Contacts;
import org.luodi.voice.Photos;
import org.luodi.voice.Report;
import org.luodi.voice.ReportId;
import org.luodi.voice.ReportRow;
import org.luodi.voice.Reports;
import org.luodi.voice.Step;
import org.springframework.stereotype.Component;

/** Reads reports together with the names and titles that somebody at a desk needs to understand them. */
@Component
class DeskReports {

    private static final int STANDING = 100;

    private final Reports reports;
    private final Kept kept;
    private final Matters matters;
    private final Named named;
    private final Programmes programmes;
    private final Clock clock;

    DeskReports(Reports reports, Kept kept, Matters matters, Named named, Programmes programmes, Clock clock) {
        this.reports = reports;
        this.kept = kept;
        this.matters = matters;
        this.named = named;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** What lies beside a report. */
    @Component("deskKept")
    record Kept(Contacts contacts, Photos photos) {}

    /** What has names. */
    @Component("deskNamed")
    record Named(Units units, Accounts accounts) {}

    LocalDate today() {
        return LocalDate.now(clock);
    }

    DeskListPage list(Reports.Filter filter, Slice<ReportRow> slice, boolean paged, boolean writes) {
        return new DeskListPage(
                filter,
                slice,
                names(slice.rows().stream().map(ReportRow::report), List.of()),
                programmes.current(),
                today(),
                paged,
                writes);
    }

    DeskReportPage page(ReportId id, Scope scope) {
        Reports.Told told = reports.visible(id, scope);
        List<Contacts.Look> looks = kept.contacts().looks(id, scope);
        Set<Long> people = new HashSet<>();
        told.way().forEach(s -> people.add(s.by()));
        looks.forEach(l -> people.add(l.by()));
        return new DeskReportPage(
                told,
                reports.choices(id, scope),
                matter(told.report().matter(), scope),
                looks,
                kept.photos().of(id),
                kept.contacts().mayNot(id, scope).orElse(null),
                names(Stream.of(told.report()), told.way()),
                named.accounts().names(people),
                programmes.current(),
                today());
    }

    private Matters.Told matter(MatterId id, Scope scope) {
        try {
            return id == null ? null : matters.visible(id, scope);
        } catch (NotFound outOfSight) {
            return null;
        }
    }

    /** The names of the units that reports and their way speak of. */
    Map<UnitId, String> names(Stream<Report> some, List<Step> way) {
        return named.units()
                .names(Stream.concat(
                                some.flatMap(r -> Stream.of(r.place(), r.receiver(), r.asked())),
                                way.stream()
                                        .flatMap(
                                                s -> Stream.of(s.from(), s.to()).filter(Objects::nonNull)))
                        .distinct()
                        .toList());
    }

    /** Open matters of the units on whose desk it lies, the most urgent first, that have these words. */
    Map<String, String> standing(Report report, String words, Scope scope) {
        Map<String, String> options = new LinkedHashMap<>();
        Stream.of(report.asked(), report.receiver()).distinct().forEach(unit -> {
            for (Matters.Told told : open(unit, words, scope)) {
                options.put(
                        Long.toString(told.matter().id().value()),
                        told.matter().number() + " " + told.detail().title());
            }
        });
        return options;
    }

    private Collection<Matters.Told> open(UnitId unit, String words, Scope scope) {
        Map<String, String> query = new LinkedHashMap<>(Map.of("open", "true"));
        if (words != null && !words.isBlank()) {
            query.put("q", words.strip());
        }
        try {
            return matters.list(MatterFilter.read(query, unit), scope, null, STANDING).rows().stream()
                    .filter(t -> t.matter().unit().equals(unit))
                    .toList();
        } catch (NotFound outOfSight) {
            return List.of();
        }
    }

    /** The matter that is meant: a number that was typed goes before what was chosen. */
    MatterId matter(DeskForm form, Scope scope) {
        String number = form.typed().text("number");
        if (number != null) {
            return matters.byNumber(number, scope)
                    .map(t -> t.matter().id())
                    .orElseThrow(() -> Refusal.of("voice.refused.matter.number", number));
        }
        Long chosen = form.typed().id("matter");
        return chosen == null ? null : new MatterId(chosen);
    }
}
