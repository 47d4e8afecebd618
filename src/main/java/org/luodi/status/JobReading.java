package org.luodi.status;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.luodi.platform.server.Rounds;
import org.luodi.status.Sign.Unit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The work beside the requests: when it last went well. */
@Component
@Order(2)
class JobReading implements Reading {

    private final ObjectProvider<Rounds> jobs;

    JobReading(ObjectProvider<Rounds> jobs) {
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public List<Sign> read(Instant now) {
        return beats().map(beat -> new Sign("job", beat.name(), beat.well(), Unit.MOMENT, StatusRules.job(beat)))
                .toList();
    }

    java.util.stream.Stream<Rounds.Beat> beats() {
        return jobs.stream()
                .filter(Rounds::isStarted)
                .map(Rounds::beat)
                .sorted(Comparator.comparing(Rounds.Beat::name));
    }
}
