package org.luodi.trails.web;

import java.util.List;
import org.luodi.organisation.Scope;
import org.luodi.platform.web.Paging;
import org.luodi.trails.Kin;
import org.luodi.trails.Trail;
import org.luodi.trails.Trails;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The trail as JSON. */
@RestController
class TrailApi {

    private final Trails trails;

    TrailApi(Trails trails) {
        this.trails = trails;
    }

    record Record(String kind, long id, String name) {

        static Record of(Kin kin) {
            return new Record(kin.kind(), kin.subject().id(), kin.name());
        }
    }

    record Step(String at, String kind, long id, String verb, long actor, Integer unit, Long number) {

        static Step of(Trail.Step step) {
            return new Step(
                    step.entry().at().toString(),
                    step.kin().kind(),
                    step.kin().subject().id(),
                    step.entry().verb(),
                    step.entry().actor(),
                    step.entry().actingUnit(),
                    step.number());
        }
    }

    record Told(Record about, List<Record> origins, List<Record> outcomes, List<Step> rows, String next) {}

    @GetMapping("/api/trails/{kind}/{id}")
    Told one(@PathVariable String kind, @PathVariable long id, Paging paging, Scope scope) {
        Trail trail = trails.of(kind, id, scope, new Trails.Page(paging.cursor(), paging.rows()));
        return new Told(
                Record.of(trail.about()),
                trail.origins().stream().map(Record::of).toList(),
                trail.outcomes().stream().map(Record::of).toList(),
                trail.steps().rows().stream().map(Step::of).toList(),
                trail.steps().next());
    }
}
