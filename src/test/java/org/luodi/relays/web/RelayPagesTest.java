package org.luodi.relays.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luodi.world.Pages.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.luodi.matters.Detail;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.NewMatter;
import org.luodi.organisation.Role;
import org.luodi.organisation.Scope;
import org.luodi.relays.Relay;
import org.luodi.relays.RelayDraft;
import org.luodi.relays.Relays;
import org.luodi.world.OnTheTree;
import org.luodi.world.Pages;
import org.luodi.world.Place;
import org.springframework.beans.factory.annotation.Autowired;

@OnTheTree
class RelayPagesTest {

    @Autowired
    Pages pages;

    @Autowired
    Place place;

    @Autowired
    Relays relays;

    @Autowired
    Matters matters;

    @Test
    void aRefusedDecisionKeepsTheReasonThatWasTyped() throws Exception {
        Scope clerk = place.as(Role.CLERK, place.county);
        MatterId matter = matters.raise(
                new NewMatter(null, place.village.id(), 12, 1, 2, null, null, Detail.titled("桥栏杆坏了")), clerk);
        long id = relays.open(
                new RelayDraft(Relay.Kind.UNIT, place.village.id(), place.town.id(), List.of(matter), null, null),
                clerk);
        String tooLong = "长".repeat(4001);

        Document again = pages.page(
                post("/relays/" + id + "/refusals")
                        .param("matter", Long.toString(matter.value()))
                        .param("reason", tooLong)
                        .with(csrf()),
                place.account(Role.CLERK, place.town),
                422);

        assertThat(again.select("[role=alert]").text()).contains("4,000");
        assertThat(again.select("details[open] textarea[name=reason]").val()).isEqualTo(tooLong);
        relays.refuse(id, matter, "不归我们管", clerk);
    }
}
