package org.luodi.open311.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.open311.web.ServiceJson.Attribute;
import org.luodi.open311.web.ServiceJson.Choice;
import org.luodi.open311.web.ServiceJson.Definition;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;

/** The categories of the programme as services, and one more for whoever does not know. */
@Component
class ServiceList {

    /** The service for what has no category. */
    static final int NONE = 0;

    static final String UNIT = "unit";
    static final String ITSELF = "about_unit";
    static final String CIRCLE = "ask_again";

    private final Programmes programmes;
    private final Uis uis;

    ServiceList(Programmes programmes, Uis uis) {
        this.programmes = programmes;
        this.uis = uis;
    }

    List<ServiceJson> all() {
        Ui ui = uis.now();
        List<ServiceJson> services = new ArrayList<>(programmes.current().categories().stream()
                .map(t -> service(t, ui.language()))
                .toList());
        services.add(new ServiceJson(
                Integer.toString(NONE), name(NONE), ui.text("open311.none.hint"), true, "batch", "", name(NONE)));
        return services;
    }

    private ServiceJson service(Programme.Term term, String language) {
        String name = term.name().in(language);
        String group = above(term).map(t -> t.name().in(language)).orElse(name);
        String description =
                term.definition() == null ? null : term.definition().in(language);
        String keywords = Stream.of(term.name().zh(), term.name().en(), group)
                .map(w -> w.replace(",", " "))
                .distinct()
                .reduce((a, b) -> a + "," + b)
                .orElse("");
        return new ServiceJson(Integer.toString(term.key()), name, description, true, "batch", keywords, group);
    }

    private Optional<Programme.Term> above(Programme.Term term) {
        return Optional.ofNullable(term.parent()).flatMap(programmes.current()::category);
    }

    /** The category of a code; {@link #NONE} for that of nothing; empty where there is no such service. */
    Optional<Integer> find(String code) {
        Optional<Integer> number = number(code);
        return number.filter(n -> n == NONE || programmes.current().category(n).isPresent());
    }

    /** What a code may once have meant; empty where it never did. */
    static Optional<Integer> number(String code) {
        return code.matches("0|[1-9]\\d{0,8}") ? Optional.of(Integer.valueOf(code)) : Optional.empty();
    }

    /** The name of a service; of one that is no longer offered, that of nothing. */
    String name(Integer category) {
        Ui ui = uis.now();
        return Optional.ofNullable(category)
                .flatMap(programmes.current()::category)
                .map(t -> t.name().in(ui.language()))
                .orElseGet(() -> ui.text("open311.none"));
    }

    /** The same fields for every service. */
    Definition definition(int code) {
        Ui ui = uis.now();
        List<Choice> answers = List.of(new Choice("1", ui.text("open311.yes")), new Choice("0", ui.text("open311.no")));
        return new Definition(
                Integer.toString(code),
                List.of(
                        new Attribute(
                                false, "privacy", "string", false, null, 1, ui.text("open311.privacy"), List.of()),
                        new Attribute(
                                true,
                                UNIT,
                                "string",
                                false,
                                ui.text("open311.unit.hint"),
                                2,
                                ui.text("open311.unit"),
                                List.of()),
                        chosen(ITSELF, 3, ui.text("open311.itself"), answers),
                        chosen(CIRCLE, 4, ui.text("open311.circle"), answers)));
    }

    private static Attribute chosen(String code, int order, String question, List<Choice> answers) {
        return new Attribute(true, code, "singlevaluelist", false, null, order, question, answers);
    }
}
