package org.luodi.days;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luodi.matters.MatterId;
import org.luodi.matters.Telling;
import org.luodi.matters.Waiting;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.ledger.Entry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What units are told of matters. */
@Component
class MatterTelling implements Telling {

    private final Waiting waiting;

    MatterTelling(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public String kind() {
        return "matter";
    }

    @Override
    public List<Tiding> of(Entry entry) {
        JsonNode body = entry.body();
        List<Tiding> tidings = new ArrayList<>();
        switch (entry.verb()) {
            case "returned",
                    "reworked",
                    "sent-back",
                    "evaluated",
                    "rejected",
                    "relapsed",
                    "placed",
                    "handed-over",
                    "relayed" -> tell("unit", entry, tidings);
            case "settled", "asked" -> tell(body.hasNonNull("symptom") ? "symptom" : "unit", entry, tidings);
            case "task-added" -> tell("helper", entry, tidings);
            default -> {
                return List.of();
            }
        }
        return tidings;
    }

    private static void tell(String whom, Entry entry, List<Tiding> tidings) {
        JsonNode body = entry.body();
        if (body.path(whom).isNumber()) {
            JsonNode due = body.path("due");
            LocalDate day = due.isString() ? LocalDate.parse(due.asString()) : null;
            tidings.add(new Tiding(new UnitId(body.path(whom).asInt()), entry.verb(), day));
        }
    }

    @Override
    public String key(String word) {
        return "days.notice." + word;
    }

    @Override
    public Map<Long, Named> named(Collection<Long> ids, Scope scope) {
        Map<Long, Named> named = new HashMap<>();
        waiting.seen(ids.stream().map(MatterId::new).toList(), scope)
                .forEach(told -> named.put(
                        told.matter().id().value(),
                        new Named(
                                told.title(),
                                told.matter().number(),
                                "/matters/" + told.matter().id().value())));
        return named;
    }
}
