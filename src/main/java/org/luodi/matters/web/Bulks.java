package org.luodi.matters.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.luodi.matters.Closings;
import org.luodi.matters.MatterId;
import org.luodi.matters.MatterMoves;
import org.luodi.matters.Matters;
import org.luodi.matters.Need;
import org.luodi.matters.Verb;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;

/** Looks at what one move would do to many matters, and makes it. */
@Component
class Bulks {

    private final Matters matters;
    private final Closings closings;
    private final Codes codes;
    private final Asking asking;
    private final Programmes programmes;

    Bulks(Matters matters, Closings closings, Codes codes, Asking asking, Programmes programmes) {
        this.matters = matters;
        this.closings = closings;
        this.codes = codes;
        this.asking = asking;
        this.programmes = programmes;
    }

    /** What the move would do to each; what has left the scope is told apart. */
    BulkPage page(List<MatterId> ids, Verb verb, Map<String, String> typed, Scope scope) {
        List<BulkPage.Row> rows = new ArrayList<>();
        List<MatterId> gone = new ArrayList<>();
        for (MatterId id : ids) {
            try {
                rows.add(row(id, verb, scope));
            } catch (NotFound left) {
                gone.add(id);
            }
        }
        return new BulkPage(verb, rows, gone, rows.isEmpty() ? null : form(rows, verb, typed, scope));
    }

    private MovePage form(List<BulkPage.Row> rows, Verb verb, Map<String, String> typed, Scope scope) {
        Set<Need> needs = new LinkedHashSet<>();
        Set<String> missing = new TreeSet<>();
        for (BulkPage.Row row : rows) {
            if (row.allowed()) {
                needs.addAll(row.choice().move().needs());
                missing.addAll(
                        verb == Verb.ACCEPT
                                ? closings.of(row.told().matter().id(), scope).missing()
                                : Set.of());
            }
        }
        MatterMoves.Move move = new MatterMoves.Move(Set.of(), verb, null, null, needs);
        Map<String, String> values = new HashMap<>(Map.of("due", "", "measures", "", "number", ""));
        values.putAll(typed);
        return new MovePage(
                rows.get(0).told(), new Matters.Choice(move, null), values, programmes.current(), missing, List.of());
    }

    private BulkPage.Row row(MatterId id, Verb verb, Scope scope) {
        Matters.Told told = matters.visible(id, scope);
        Matters.Choice choice = matters.choices(id, scope).stream()
                .filter(c -> c.move().verb() == verb)
                .findFirst()
                .orElse(null);
        return new BulkPage.Row(told, choice);
    }

    /** Makes the move for each by itself, as of the version that was shown; returns why not, for those it was not made for. */
    Map<MatterId, Refusal> make(List<MatterId> ids, Verb verb, Asking.Form form, Scope scope) {
        UnitId unit = codes.unit(form.text("unit"), scope);
        Map<MatterId, Refusal> refused = new LinkedHashMap<>();
        for (MatterId id : ids) {
            Map<String, String> one = new HashMap<>(form.typed());
            one.put("version", form.typed().get("version-" + id.value()));
            try {
                asking.make(id, new Asking.Wanted(verb, unit, null), new Asking.Form(one), scope);
            } catch (Refusal refusal) {
                refused.put(id, refusal);
            } catch (NotFound left) {
                refused.put(id, Refusal.of("matters.refused.bulk.gone"));
            }
        }
        return refused;
    }
}
