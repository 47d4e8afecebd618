package org.luodi.open311;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterBatches;
import org.luodi.matters.MatterId;
import org.luodi.matters.Stage;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.server.Rounds;
import org.luodi.voice.Published;
import org.luodi.voice.ReportId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follows the ledger: which reports anybody may read, and which are over. A batch a transaction, with the place it has come to. */
@Component
class RequestFollower {

    static final int BATCH = 500;

    private final Ledger ledger;
    private final RequestStore store;
    private final Published published;
    private final MatterBatches matters;

    RequestFollower(Ledger ledger, RequestStore store, Published published, MatterBatches matters) {
        this.ledger = ledger;
        this.store = store;
        this.published = published;
        this.matters = matters;
    }

    /** The one thread that keeps the list of requests. */
    @Bean
    @ConditionalOnWebApplication
    static Rounds requestRounds(RequestFollower follower) {
        return Rounds.of("open311", Duration.ofMillis(500), () -> follower.step() == BATCH);
    }

    /** Reads one batch; returns how many entries it held. */
    @Transactional
    public int step() {
        List<Entry> entries = ledger.after(store.lockProgress(), BATCH);
        if (!entries.isEmpty()) {
            reports(numbers(entries, "report").map(ReportId::new).collect(Collectors.toSet()));
            matters(entries);
            store.progress(entries.get(entries.size() - 1).place());
        }
        return entries.size();
    }

    private static Stream<Long> numbers(List<Entry> entries, String kind) {
        return entries.stream()
                .filter(e -> e.about().kind().equals(kind))
                .map(e -> e.about().id())
                .distinct();
    }

    private void reports(Set<ReportId> changed) {
        Map<ReportId, Published.Open> open = published.all(changed);
        Map<MatterId, Matter> became = matters.goingOn(open.values().stream()
                .map(o -> o.report().matter())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        open.values().forEach(o -> store.put(row(o, became.get(o.report().matter()))));
        Set<ReportId> gone = new HashSet<>(changed);
        gone.removeAll(open.keySet());
        store.remove(gone);
    }

    private static RequestStore.Row row(Published.Open open, Matter matter) {
        return new RequestStore.Row(
                open.report().id(),
                Optional.ofNullable(open.report().category()).orElse(0),
                matter == null ? null : matter.id(),
                open.at(),
                matter == null || matter.stage().isOpen() ? null : matter.changedAt());
    }

    private void matters(List<Entry> entries) {
        Map<MatterId, Instant> ended = new HashMap<>();
        entries.stream()
                .filter(e -> e.about().kind().equals("matter") && ends(e))
                .forEach(e -> ended.put(new MatterId(e.about().id()), e.at()));
        Set<MatterId> changed = numbers(entries, "matter").map(MatterId::new).collect(Collectors.toSet());
        matters.goingOn(store.listed(changed)).forEach((id, now) -> {
            if (!now.id().equals(id)) {
                store.follow(id, now.id());
            }
            if (now.stage().isOpen()) {
                store.reopen(now.id());
            } else {
                store.close(now.id(), ended.get(now.id()), now.changedAt());
            }
        });
    }

    private static boolean ends(Entry entry) {
        Optional<Stage> from = Stage.of(entry.body().path("from").asString(""));
        Optional<Stage> to = Stage.of(entry.body().path("to").asString(""));
        return to.isPresent()
                && !to.get().isOpen()
                && from.filter(s -> !s.isOpen()).isEmpty();
    }
}
