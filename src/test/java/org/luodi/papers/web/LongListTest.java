package org.luodi.papers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.luodi.world.Pages.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luodi.organisation.Role;
import org.luodi.papers.ListJob;
import org.luodi.papers.ListJobs;
import org.luodi.platform.exchange.SheetLimits;
import org.luodi.platform.exchange.SheetReader;
import org.luodi.platform.exchange.SheetRows;
import org.luodi.platform.exchange.Sheets;
import org.luodi.platform.identity.Account;
import org.luodi.world.Emptied;
import org.luodi.world.OnTheTree;
import org.luodi.world.Pages;
import org.luodi.world.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A list too long to wait for: how far it has come stands on a page, and it can be stopped. */
@OnTheTree
class LongListTest {

    private static final int MATTERS = 5_200;

    @TempDir
    Path folder;

    @Autowired
    Pages pages;

    @Autowired
    ListJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Place place;

    private final String mark = "L" + System.nanoTime() + "-";
    private Account clerk;
    private String query;

    @BeforeEach
    void moreMattersThanAnybodyWaitsFor() {
        clerk = place.account(Role.CLERK, place.town);
        query = "unit=" + place.village.id().value() + "&stage=raised&category=6";
        jdbc.sql("""
                        with raised as (
                            insert into matters.matter (number, unit, position, stage, category, source, batch, raised_on, changed_by, changed_at)
                            select :mark || n, :unit, :position, 'raised', 6, 1, 2, current_date, 1, now()
                            from generate_series(1, :count) n returning id)
                        insert into matters.detail (matter, title) select id, '很长的清单' from raised
                        """)
                .param("mark", mark)
                .param("unit", place.village.id().value())
                .param("position", place.village.at().territorial())
                .param("count", MATTERS)
                .update();
    }

    @AfterEach
    void takeThemAwayAgain() {
        Emptied.matters(jdbc);
    }

    @Test
    void aLongListIsWrittenBesideTheRequestAndTakenAwayByWhoeverAskedForIt() throws Exception {
        Document offered = page(get(URI.create("/papers/three-lists?" + query)));
        assertThat(offered.select("main").text()).contains("5,200");
        assertThat(offered.select("form input[name=stage]").val()).isEqualTo("raised");

        String job = begin();
        assertThat(page(get(job)).select("main h1").text()).isEqualTo("三张清单");
        await().until(() -> state(job) == ListJob.State.READY);
        Document ready = page(get(job));
        assertThat(ready.select("meta[http-equiv=refresh]")).isEmpty();
        String file = ready.select("a[download]").attr("href");
        Path kept =
                Files.write(folder.resolve("long.xlsx"), send(get(file), clerk).getContentAsByteArray());
        try (SheetReader reader = Sheets.open(kept, "long.xlsx", SheetLimits.standard());
                SheetRows rows = reader.rows(2)) {
            int count = 0;
            while (rows.hasNext()) {
                rows.next();
                count++;
            }
            assertThat(count).isEqualTo(MATTERS + 1);
        }
        Account stranger = place.account(Role.CLERK, place.town);
        assertThat(send(get(job), stranger).getStatus()).isEqualTo(404);
        assertThat(send(get(file), stranger).getStatus()).isEqualTo(404);
    }

    @Test
    void whoStopsItGetsNoFileAndMayBeginAnew() throws Exception {
        String job = begin();
        assertThat(send(post(job + "/cancellations"), clerk).getRedirectedUrl()).isEqualTo(job);
        await().until(() -> state(job) == ListJob.State.STOPPED);
        Document stopped = page(get(job));
        assertThat(stopped.select("a[download]")).isEmpty();
        assertThat(stopped.select("main a[href^=/papers/three-lists]").attr("href"))
                .contains("stage=raised");
        assertThat(send(get(job + "/three-lists.xlsx"), clerk).getStatus()).isEqualTo(422);
        assertThat(jobs.visible(number(job), place.scope(clerk)).file()).doesNotExist();
    }

    @Test
    void oneAccountWritesTwoAtATime() throws Exception {
        String one = begin();
        String other = begin();
        MockHttpServletResponse third = send(post("/papers/lists?" + query), clerk);
        assertThat(third.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(third.getContentAsString(StandardCharsets.UTF_8))
                        .select("form input[name=category]")
                        .val())
                .isEqualTo("6");
        for (String job : new String[] {one, other}) {
            send(post(job + "/cancellations"), clerk);
            await().until(() -> state(job) != ListJob.State.WRITING);
        }
    }

    private String begin() throws Exception {
        MockHttpServletRequestBuilder form = post("/papers/lists");
        Map.of("unit", Integer.toString(place.village.id().value()), "stage", "raised", "category", "6")
                .forEach(form::param);
        String next = send(form, clerk).getRedirectedUrl();
        assertThat(next).startsWith("/papers/lists/");
        return next;
    }

    private ListJob.State state(String job) {
        return jobs.visible(number(job), place.scope(clerk)).state();
    }

    private static long number(String job) {
        return Long.parseLong(job.substring(job.lastIndexOf('/') + 1));
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        return pages.page(request, clerk, 200);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Account account) throws Exception {
        return pages.send(request.with(csrf()), account);
    }
}
