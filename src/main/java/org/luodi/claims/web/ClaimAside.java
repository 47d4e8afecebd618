package org.luodi.claims.web;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.claims.Claim;
import org.luodi.claims.Claims;
import org.luodi.claims.Prospects;
import org.luodi.matters.Aside;
import org.luodi.matters.Matters;
import org.luodi.matters.Panel;
import org.luodi.matters.Panel.Row;
import org.luodi.matters.Panel.Text;
import org.luodi.matters.Panel.Way;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.platform.web.Ui;
import org.luodi.platform.web.Uis;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;

/** What claims show on the page of a matter: for whom it waits and how long, and how often it went from desk to desk. */
@Component
class ClaimAside implements Aside {

    private final Claims claims;
    private final Prospects prospects;
    private final Looking looking;
    private final Programmes programmes;
    private final Uis uis;

    ClaimAside(Claims claims, Prospects prospects, Looking looking, Programmes programmes, Uis uis) {
        this.claims = claims;
        this.prospects = prospects;
        this.looking = looking;
        this.programmes = programmes;
        this.uis = uis;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Panel> panel(Matters.Told told, Scope scope) {
        List<Claim> about = claims.about(told.matter().id());
        List<Row> rows = about.isEmpty() ? List.of() : rows(about.get(0), about);
        List<Way> ways = new ArrayList<>();
        about.stream()
                .filter(c -> claims.sees(c.id(), scope))
                .findFirst()
                .ifPresent(c -> ways.add(way("/claims/" + c.id().value(), "claims.panel.open")));
        if (prospects.maySend(told.matter(), scope)) {
            ways.add(way("/claims/new?matter=" + told.matter().id().value(), "claims.panel.send"));
        }
        return rows.isEmpty() && ways.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel("claims", new Text("claims.panel"), rows, ways));
    }

    /** The last claim as it stands; the hops are those of all. */
    private List<Row> rows(Claim claim, List<Claim> all) {
        Ui ui = uis.now();
        Map<UnitId, String> units = looking.names(Stream.of(claim), List.of());
        Wording words = new Wording(ui, programmes.current(), units);
        boolean late = claim.isOverdue(looking.today());
        long days = ChronoUnit.DAYS.between(claim.sentOn(), looking.today());
        int hops = all.stream().mapToInt(Claim::hops).sum();
        List<Row> rows = new ArrayList<>();
        rows.add(row("claims.panel.state", words.state(claim.state()), words.tone(claim.state())));
        rows.add(row("claims.field.lever", words.lever(claim.lever()), null));
        rows.add(row(
                claim.state().isOpen() ? "claims.panel.asked" : "claims.panel.answered",
                words.unit(claim.asked()),
                null));
        rows.add(row("claims.panel.since", ui.text("claims.panel.since.days", claim.sentOn(), days + 1), null));
        if (claim.due() != null) {
            String due = ui.date(claim.due());
            rows.add(row("claims.field.due", late ? ui.text("claims.panel.due.late", due) : due, late ? "bad" : null));
        }
        rows.add(row("claims.field.hops", ui.number(hops), hops > 2 ? "bad" : null));
        return rows;
    }

    private static Row row(String label, String words, String tone) {
        return new Row(new Text(label), words, null, tone == null || tone.isEmpty() ? null : tone);
    }

    private static Way way(String href, String key) {
        return new Way(href, new Text(key));
    }
}
