package org.luodi.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.luodi.evidence.Evidence;
import org.luodi.evidence.Item;
import org.luodi.matters.Acceptance;
import org.luodi.matters.Closings;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Stage;
import org.luodi.matters.Task;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.identity.Accounts;
import org.luodi.platform.ledger.Entry;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;

/** Gathers what a closing report says: the words, the tasks, what the close rests on, the evidence and the history. */
@Component
class ClosingReading {

    private static final int PHOTOS = 6;
    private static final int PIECES = 200;
    private static final int PAGE = 100;
    private static final int MOST_ENTRIES = 500;
    private static final Set<Stage> READY = EnumSet.of(Stage.SETTLED, Stage.CONFIRMED, Stage.CLOSED);

    private final Matters matters;
    private final Closings closings;
    private final Evidence evidence;
    private final Around around;

    ClosingReading(Matters matters, Closings closings, Evidence evidence, Around around) {
        this.matters = matters;
        this.closings = closings;
        this.evidence = evidence;
        this.around = around;
    }

    /** The modules that give names. */
    @Component("papersAround")
    record Around(Units units, Accounts accounts, Programmes programmes) {}

    /** Whether there is something to report: the unit says that it is done. */
    static boolean ready(Stage stage) {
        return READY.contains(stage);
    }

    ClosingReport read(MatterId id, Scope scope) {
        Matters.Told told = matters.visible(id, scope);
        if (!ready(told.matter().stage())) {
            throw Refusal.of(
                    "papers.refused.stage",
                    "matters.stage." + told.matter().stage().word());
        }
        List<Task> tasks = matters.tasks(id, scope);
        Closings.Closing closing = closings.of(id, scope);
        List<Item> pieces = evidence.of(id, scope, null, PIECES).rows().stream()
                .filter(i -> i.removed() == null)
                .toList();
        List<Entry> entries = entries(id, scope);
        return new ClosingReport(
                told,
                around.programmes().current(),
                tasks,
                closing,
                pieces,
                photos(pieces),
                entries,
                matters.notes(id, scope),
                names(told, tasks, closing, entries));
    }

    /** The whole history, oldest first. */
    private List<Entry> entries(MatterId id, Scope scope) {
        List<Entry> entries = new ArrayList<>();
        String cursor = null;
        do {
            Slice<Entry> page = matters.history(id, scope, cursor, PAGE);
            entries.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null && entries.size() < MOST_ENTRIES);
        java.util.Collections.reverse(entries);
        return entries;
    }

    private List<ClosingReport.Photo> photos(List<Item> pieces) {
        return pieces.stream()
                .map(Item::latest)
                .filter(v -> v.preview() != null)
                .limit(PHOTOS)
                .map(v -> new ClosingReport.Photo(content(v), v.caption() == null ? v.name() : v.caption()))
                .toList();
    }

    private byte[] content(Item.Version version) {
        try {
            return Files.readAllBytes(evidence.preview(version).orElseThrow());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private ClosingReport.Names names(
            Matters.Told told, List<Task> tasks, Closings.Closing closing, List<Entry> entries) {
        Stream<UnitId> own = Stream.of(told.matter().unit(), told.matter().symptom());
        Stream<UnitId> acting =
                entries.stream().map(Entry::actingUnit).filter(Objects::nonNull).map(UnitId::new);
        Stream<UnitId> helping = tasks.stream().map(Task::unit).filter(Objects::nonNull);
        Stream<UnitId> accepting = closing.acceptances().stream().map(Acceptance::unit);
        Stream<UnitId> signing = Stream.ofNullable(closing.signature()).map(Closings.Signature::unit);
        Stream<Long> people = Stream.concat(
                entries.stream().map(Entry::actor),
                Stream.concat(
                        closing.acceptances().stream().map(Acceptance::by),
                        Stream.ofNullable(closing.signature()).map(Closings.Signature::by)));
        List<UnitId> units = Stream.of(own, acting, helping, accepting, signing)
                .flatMap(s -> s)
                .distinct()
                .toList();
        return new ClosingReport.Names(
                around.units().names(units),
                around.accounts().names(people.distinct().toList()));
    }
}
