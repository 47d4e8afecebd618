package org.luodi.platform.web;

import org.luodi.platform.identity.Actor;
import org.luodi.platform.identity.SecondStep;
import org.luodi.platform.identity.SecondSteps;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The second step over the API: its state, and what administrators ask for; it is set up on the page, by a person with a phone. */
@RestController
class SecondStepApi {

    private final SecondSteps steps;

    SecondStepApi(SecondSteps steps) {
        this.steps = steps;
    }

    @GetMapping("/api/me/second-step")
    SecondStep mine(Actor actor) {
        return steps.of(actor.id());
    }

    @PutMapping("/api/people/{id}/second-step/requirement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void require(@PathVariable long id, Actor by) {
        steps.require(id, true, by);
    }

    @DeleteMapping("/api/people/{id}/second-step/requirement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable long id, Actor by) {
        steps.require(id, false, by);
    }

    @DeleteMapping("/api/people/{id}/second-step")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@PathVariable long id, Actor by) {
        steps.reset(id, by);
    }
}
