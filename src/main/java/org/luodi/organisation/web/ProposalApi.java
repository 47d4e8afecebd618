package org.luodi.organisation.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.luodi.organisation.GrantProposal;
import org.luodi.organisation.GrantProposals;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.platform.Slice;
import org.luodi.platform.web.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles that wait for a second person, over the API. */
@RestController
class ProposalApi {

    private final GrantProposals proposals;
    private final GrantForms forms;
    private final ZoneId zone;

    ProposalApi(GrantProposals proposals, GrantForms forms, ZoneId zone) {
        this.proposals = proposals;
        this.forms = forms;
        this.zone = zone;
    }

    record What(Role role, int unit, String unitName, Line.Word line) {}

    record Outcome(GrantProposal.Word outcome, long by, OffsetDateTime at, String reason) {}

    record Row(long id, long account, What what, long proposedBy, OffsetDateTime proposedAt, Outcome outcome) {}

    record Refused(String reason) {}

    @GetMapping("/api/grants/proposals")
    Slice<Row> waiting(Paging paging, Scope scope) {
        Slice<GrantProposal> page = proposals.waiting(scope, paging.cursor(), paging.rows());
        return new Slice<>(page.rows().stream().map(this::row).toList(), page.next());
    }

    @PostMapping("/api/grants/proposals")
    @ResponseStatus(HttpStatus.CREATED)
    Row propose(@RequestBody GrantForm form, Scope scope) {
        return one(proposals.propose(forms.read(form, scope), scope), scope);
    }

    @GetMapping("/api/grants/proposals/{id}")
    Row one(@PathVariable long id, Scope scope) {
        return row(proposals.one(id, scope));
    }

    @DeleteMapping("/api/grants/proposals/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable long id, Scope scope) {
        proposals.withdraw(id, scope);
    }

    @PutMapping("/api/grants/proposals/{id}/confirmation")
    Row confirm(@PathVariable long id, Scope scope) {
        proposals.confirm(id, scope);
        return one(id, scope);
    }

    @PutMapping("/api/grants/proposals/{id}/refusal")
    Row refuse(@PathVariable long id, @RequestBody Refused refused, Scope scope) {
        proposals.refuse(id, refused.reason(), scope);
        return one(id, scope);
    }

    private Row row(GrantProposal p) {
        return new Row(
                p.id(),
                p.grant().account(),
                new What(
                        p.grant().role(),
                        p.grant().unit().value(),
                        p.unitName(),
                        Line.Word.of(p.grant().line())),
                p.by(),
                at(p.since()),
                p.isOpen()
                        ? null
                        : new Outcome(
                                p.outcome().word(),
                                p.outcome().by(),
                                at(p.outcome().at()),
                                p.outcome().reason()));
    }

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(zone).toOffsetDateTime();
    }
}
