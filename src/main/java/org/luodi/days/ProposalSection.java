package org.luodi.days;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.luodi.matters.DayRow;
import org.luodi.matters.DaySection;
import org.luodi.organisation.GrantProposal;
import org.luodi.organisation.GrantProposals;
import org.luodi.organisation.Scope;
import org.luodi.platform.identity.Accounts;
import org.springframework.stereotype.Component;

/** Roles that wait for this person's word as the second. */
@Component
class ProposalSection implements DaySection {

    private final GrantProposals proposals;
    private final Accounts accounts;

    ProposalSection(GrantProposals proposals, Accounts accounts) {
        this.proposals = proposals;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "proposals";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String title() {
        return "days.proposals";
    }

    @Override
    public String all(Scope scope) {
        return "/grants";
    }

    @Override
    public List<DayRow> rows(Scope scope, LocalDate today, int limit) {
        List<GrantProposal> waiting = proposals.forMe(scope, limit);
        Map<Long, String> names = accounts.names(
                waiting.stream().map(p -> p.grant().account()).distinct().toList());
        return waiting.stream().map(p -> row(p, names.get(p.grant().account()))).toList();
    }

    private static DayRow row(GrantProposal proposal, String name) {
        String href = "/grants/proposals/" + proposal.id();
        String role = "organisation.role." + proposal.grant().role().name();
        return new DayRow(
                href,
                name,
                null,
                proposal.grant().unit(),
                null,
                0,
                new DayRow.Note("info", "days.proposals.role", role),
                List.of(new DayRow.Way(href, "days.proposals.look")));
    }
}
