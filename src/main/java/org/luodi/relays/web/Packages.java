package org.luodi.relays.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Accounts;
import org.luodi.programme.Programme;
import org.luodi.programme.Programmes;
import org.luodi.relays.Relay;
import org.luodi.relays.RelayItem;
import org.luodi.relays.Relays;
import org.springframework.stereotype.Component;

/** Reads packages together with the names a person needs, and makes what a form or the API decides. */
@Component
class Packages {

    private final Relays relays;
    private final Units units;
    private final Accounts accounts;
    private final Programmes programmes;

    Packages(Relays relays, Units units, Accounts accounts, Programmes programmes) {
        this.relays = relays;
        this.units = units;
        this.accounts = accounts;
        this.programmes = programmes;
    }

    ListPage list(String view, Slice<Relay> slice, List<Matters.Told> quiet) {
        List<UnitId> shown = Stream.concat(
                        slice.rows().stream()
                                .flatMap(r ->
                                        Stream.of(r.giver().unit(), r.receiver().unit())),
                        quiet.stream().map(t -> t.matter().unit()))
                .distinct()
                .toList();
        return new ListPage(view, slice, quiet, units.names(shown), programmes.current());
    }

    OnePage one(Relay relay, Map<String, String> typed, Scope scope) {
        List<RelayItem> items = relays.items(relay.id(), scope);
        List<Long> people = Stream.concat(
                        Stream.of(relay.openedBy()), items.stream().map(RelayItem::by))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Programme.Batch batch = relay.batch() == null
                ? null
                : programmes.current().batch(relay.batch()).orElse(null);
        return new OnePage(
                relay,
                items,
                units.names(List.of(relay.giver().unit(), relay.receiver().unit())),
                accounts.names(people),
                relays.mayNotDecide(relay, scope).isEmpty(),
                relays.mayNotWithdraw(relay, scope).isEmpty(),
                batch,
                typed);
    }

    /** Accepts, refuses or takes back. */
    void decide(long id, String noun, Map<String, String> typed, Scope scope) {
        switch (noun) {
            case "whole-acceptances" -> relays.acceptAll(id, scope);
            case "acceptances" -> accept(id, matter(typed), scope);
            case "refusals" -> relays.refuse(id, matter(typed), text(typed.get("reason")), scope);
            case "withdrawals" -> relays.withdraw(id, matter(typed), text(typed.get("reason")), scope);
            default -> throw new NotFound("decision", noun);
        }
    }

    /** Says no once the item has ended, where there was nothing to give. */
    private void accept(long id, MatterId matter, Scope scope) {
        if (!relays.accept(id, matter, scope)) {
            throw Refusal.conflict("relays.refused.gone");
        }
    }

    private static MatterId matter(Map<String, String> typed) {
        String given = typed.get("matter");
        return new MatterId(given == null ? 0 : Parameter.cursor(given));
    }

    static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }
}
