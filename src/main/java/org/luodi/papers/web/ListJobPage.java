package org.luodi.papers.web;

import java.util.Map;
import org.luodi.matters.MatterFilter;
import org.luodi.papers.ListJob;
import org.springframework.web.util.UriComponentsBuilder;

/** What the page of a list that is being written shows. */
public record ListJobPage(ListJob job) {

    public String url() {
        return "/papers/lists/" + job.id();
    }

    public String file() {
        return url() + "/three-lists.xlsx";
    }

    public boolean running() {
        return job.state() == ListJob.State.WRITING;
    }

    public String tone() {
        return switch (job.state()) {
            case READY -> "good";
            case BROKEN -> "bad";
            case STOPPED -> "warn";
            case WRITING -> "info";
        };
    }

    /** The list on the screen. */
    public static String list(MatterFilter filter) {
        return url("/matters", filter);
    }

    /** Where the same list can be asked for anew. */
    public String again() {
        return url("/papers/three-lists", job.filter());
    }

    static String url(String path, MatterFilter filter) {
        Map<String, String> query = filter.query();
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        query.forEach((name, value) -> url.queryParam(name, "{" + name + "}"));
        return url.build(false).expand(query).encode().toUriString();
    }
}
