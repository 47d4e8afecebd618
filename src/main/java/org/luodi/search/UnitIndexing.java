package org.luodi.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.luodi.organisation.Directory;
import org.luodi.organisation.Line;
import org.luodi.platform.ledger.Entry;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Place;
import org.luodi.platform.server.Rounds;
import org.luodi.platform.server.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the index once the server answers, and follows the ledger from then on, in one thread. */
@Component
@ConditionalOnWebApplication
class UnitIndexing extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(UnitIndexing.class);

    /** Another number whenever documents are made differently, so that an older index is left alone. */
    private static final String FORM = "1";

    private static final Duration PAUSE = Duration.ofMillis(1_000);
    private static final int ENTRIES = 1_000;
    private static final int KEPT = 50_000;
    private static final int UNITS = 2_000;

    private final Directory directory;
    private final Ledger ledger;
    private final Settings settings;
    private final TransactionTemplate moment;
    private volatile UnitIndex index;
    private volatile boolean complete;
    private volatile int percent;
    private Place place;
    private int unkept;

    UnitIndexing(Directory directory, Ledger ledger, Settings settings, PlatformTransactionManager transactions) {
        super("unit-search", PAUSE);
        this.directory = directory;
        this.ledger = ledger;
        this.settings = settings;
        this.moment = new TransactionTemplate(transactions);
        this.moment.setReadOnly(true);
    }

    /** The index, or null while it has never been made. */
    UnitIndex complete() {
        return complete ? index : null;
    }

    /** How much of the first making is done, 0 to 100. */
    int percent() {
        return percent;
    }

    /** Reads the ledger to its end, and makes the index where there is none. */
    synchronized void catchUp() {
        try {
            open();
            List<Entry> entries;
            do {
                entries = ledger.after(place, ENTRIES);
                follow(entries);
            } while (entries.size() == ENTRIES && !isStopping());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() throws IOException {
        if (index == null) {
            index = new UnitIndex(settings.data().resolve("search").resolve(FORM + "-" + directory.mark()));
            place = index.place().orElse(null);
        }
        if (place == null) {
            rebuild();
        }
        complete = true;
    }

    private void follow(List<Entry> entries) throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        if (entries.stream().anyMatch(e -> e.about().kind().equals("tree"))) {
            rebuild();
            return;
        }
        Set<Integer> touched = new LinkedHashSet<>();
        entries.stream().filter(e -> e.about().kind().equals("unit")).forEach(e -> touched(e, touched));
        place = entries.get(entries.size() - 1).place();
        unkept += entries.size();
        if (!touched.isEmpty()) {
            replace(new ArrayList<>(touched));
        }
        if (!touched.isEmpty() || unkept > KEPT) {
            index.commit(place);
            unkept = 0;
        }
    }

    /** The unit itself; and where a superior may have changed, everything below it. */
    private void touched(Entry entry, Set<Integer> touched) {
        int id = (int) entry.about().id();
        touched.add(id);
        if (entry.verb().equals("moved")) {
            touched.addAll(directory.below(id));
        }
    }

    private void replace(List<Integer> ids) throws IOException {
        UnitDocuments documents = new UnitDocuments();
        for (int from = 0; from < ids.size(); from += UNITS) {
            List<Integer> some = ids.subList(from, Math.min(ids.size(), from + UNITS));
            Map<Integer, List<Integer>> territorial = directory.superiors(some, Line.TERRITORIAL);
            Map<Integer, List<Integer>> industry = directory.superiors(some, Line.INDUSTRY);
            for (Directory.Row row : directory.rows(some)) {
                List<String> above = new ArrayList<>();
                territorial.get(row.id()).forEach(s -> above.add(UnitDocuments.above(Line.TERRITORIAL, s)));
                industry.get(row.id()).forEach(s -> above.add(UnitDocuments.above(Line.INDUSTRY, s)));
                index.replace(row.id(), documents.of(row, above));
            }
        }
    }

    private void rebuild() throws IOException {
        long began = System.nanoTime();
        Place settled = inMoment(() -> new Place(ledger.firstRunning() - 1, Long.MAX_VALUE));
        unkept = 0;
        index.clear();
        int count = inMoment(this::addAll);
        index.commit(settled);
        place = settled;
        percent = 100;
        LOG.info(
                "made the index of {} units in {} ms", count, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private int addAll() {
        Superiors superiors = new Superiors();
        directory.superiors(superiors);
        UnitDocuments documents = new UnitDocuments();
        long all = Math.max(1, directory.count());
        int[] done = {0};
        directory.all(row -> {
            try {
                index.add(documents.of(row, superiors.above(row.id())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            percent = (int) Math.min(99, 100L * ++done[0] / all);
            if (isStopping()) {
                throw new CancellationException();
            }
        });
        return done[0];
    }

    private <T> T inMoment(Supplier<T> read) {
        return moment.execute(status -> read.get());
    }

    @Override
    public void stop() {
        super.stop();
        close();
    }

    private synchronized void close() {
        try (UnitIndex closing = index) {
            complete = false;
            index = null;
            if (closing != null && unkept > 0) {
                closing.commit(place);
            }
            place = null;
            unkept = 0;
        } catch (IOException e) {
            LOG.warn("the search index could not be closed; it is checked at the next start", e);
        }
    }

    @Override
    protected void round() {
        try {
            catchUp();
        } catch (CancellationException e) {
            LOG.debug("stopped while the search index was made", e);
        }
    }
}
