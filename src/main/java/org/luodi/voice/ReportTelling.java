package org.luodi.voice;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luodi.matters.Telling;
import org.luodi.organisation.Scope;
import org.luodi.platform.ledger.Entry;
import org.springframework.stereotype.Component;

/** What units are told of reports: that one came in, was handed to them, is theirs to decide, or was added to. */
@Component
class ReportTelling implements Telling {

    private final Reports reports;

    ReportTelling(Reports reports) {
        this.reports = reports;
    }

    @Override
    public String kind() {
        return "report";
    }

    @Override
    public List<Tiding> of(Entry entry) {
        return switch (entry.verb()) {
            case "received",
                    "held",
                    "objected",
                    "passed-on",
                    "disputed",
                    "unanswered",
                    "decided",
                    "handed-over",
                    "stepped-in",
                    "overdue" -> open(entry) ? List.of(Telling.tiding("asked", entry)) : List.of();
            case "released-unseen" -> alone(entry) ? List.of(Telling.tiding("asked", entry)) : List.of();
            case "added-to", "doubted", "withdrawn" -> List.of(Telling.tiding("unit", entry));
            default -> List.of();
        };
    }

    /** What goes beside another report lies on nobody's desk. */
    private static boolean alone(Entry entry) {
        return !entry.body().path("echo").isNumber();
    }

    /** A unit that ended hands over what has its answer too: nobody has to do anything about that. */
    private static boolean open(Entry entry) {
        return Stage.of(entry.body().path("to").asString()).isOpen();
    }

    @Override
    public String key(String word) {
        return "voice.notice." + word;
    }

    @Override
    public Map<Long, Named> named(Collection<Long> ids, Scope scope) {
        Map<Long, Named> named = new HashMap<>();
        for (ReportRow row : reports.seen(ids.stream().map(ReportId::new).toList(), scope)) {
            long id = row.report().id().value();
            named.put(id, new Named(row.excerpt(), row.report().code(), "/voice/desk/" + id));
        }
        return named;
    }
}
