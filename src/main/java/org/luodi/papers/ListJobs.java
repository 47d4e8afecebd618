package org.luodi.papers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.luodi.matters.MatterFilter;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.papers.ListJob.State;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.web.Ui;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Large lists, written beside the requests, two at a time, and kept for an hour after somebody last looked. A restart forgets them:
 * they hold no fact, and whoever wants one asks again (docs/decisions/086).
 */
@Component
public class ListJobs implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ListJobs.class);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 500_000;
    private static final int RUNNING = 2;

    private final Matters matters;
    private final Papers papers;
    private final int direct;
    private final AtomicLong last = new AtomicLong();
    private final Cache<Long, ListJob> jobs = Caffeine.newBuilder()
            .expireAfterAccess(KEPT)
            .scheduler(Scheduler.systemScheduler())
            .removalListener((Long id, ListJob job, RemovalCause cause) -> job.forget())
            .build();
    private final ExecutorService threads = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "lists");
        thread.setDaemon(true);
        return thread;
    });

    /** Lists of no more than {@code luodi.direct-list} matters are handed out at once. */
    ListJobs(Matters matters, Papers papers, @Value("${luodi.direct-list:5000}") int direct) {
        this.matters = matters;
        this.papers = papers;
        this.direct = direct;
    }

    /** Whether a list is so short that nobody has to wait for it. */
    public boolean isShort(MatterFilter filter, Scope scope) {
        return matters.count(filter, scope, direct + 1) <= direct;
    }

    /** How many matters it has; refused where a workbook could not hold them. */
    public int count(MatterFilter filter, Scope scope) {
        int count = matters.count(filter, scope, MOST + 1);
        if (count > MOST) {
            throw Refusal.of("papers.refused.large", MOST);
        }
        return count;
    }

    /** Begins to write a list. */
    public ListJob begin(MatterFilter filter, Scope scope, Ui ui) {
        long account = scope.actor().id();
        long running = jobs.asMap().values().stream()
                .filter(j -> j.isOf(account) && j.isRunning())
                .count();
        if (running >= RUNNING) {
            throw Refusal.of("papers.refused.running", RUNNING);
        }
        ListJob job = kept(filter, account, count(filter, scope));
        threads.execute(() -> work(job, scope, ui));
        return job;
    }

    private ListJob kept(MatterFilter filter, long account, int count) {
        try {
            ListJob job = new ListJob(last.incrementAndGet(), account, filter, count);
            jobs.put(job.id(), job);
            return job;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One's own list; somebody else's does not exist. */
    public ListJob visible(long id, Scope scope) {
        ListJob job = jobs.getIfPresent(id);
        if (job == null || !job.isOf(scope.actor().id())) {
            throw new NotFound("list", id);
        }
        return job;
    }

    /** Stops after the page under way; what was written so far is thrown away. */
    public void stop(ListJob job) {
        job.stop();
    }

    private void work(ListJob job, Scope scope, Ui ui) {
        try (OutputStream out = Files.newOutputStream(job.file())) {
            papers.threeLists(new Papers.Asked(job.filter(), scope, ui), out, job::wrote);
            job.end(State.READY, null);
        } catch (CancellationException stopped) {
            job.end(State.STOPPED, null);
        } catch (Refusal refusal) {
            job.end(State.BROKEN, refusal);
        } catch (IOException | RuntimeException unexpected) {
            if (!job.stopping()) {
                LOG.error("List {} broke off", job.id(), unexpected);
            }
            job.end(State.BROKEN, Refusal.of("papers.refused.broken"));
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
        jobs.asMap().values().forEach(ListJob::forget);
    }
}
