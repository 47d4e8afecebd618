package org.luodi.evaluations;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.luodi.matters.MatterId;
import org.luodi.organisation.Line;
import org.luodi.organisation.Scope;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Digest;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Slice;
import org.luodi.programme.Programmes;
import org.luodi.voice.PersonalData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came of askings: nothing of it is told before the last day, to nobody. */
@Component
public class Results {

    private final AskingStore askings;
    private final InvitationStore invitations;
    private final RateStore rates;
    private final ResultStore store;
    private final Units units;
    private final Programmes programmes;

    Results(Askings.Stores stores, ResultStore store, Units units, Programmes programmes) {
        this.askings = stores.askings();
        this.invitations = stores.invitations();
        this.rates = stores.tallies();
        this.store = store;
        this.units = units;
        this.programmes = programmes;
    }

    /**
     * A draw, told when its asking has ended, so that anybody can draw again: lowest SHA-256 of seed and leaf comes first.
     *
     * @param name what the asking is called in its leaves
     * @param leaves the pool, read as it is written down
     */
    public record Proof(
            long asking,
            String name,
            String seed,
            String seedDigest,
            String poolDigest,
            int drawn,
            List<String> leaves) {}

    /** The rates of a unit and of all below it; anybody may know them. */
    @Transactional(readOnly = true)
    public Rates rates(UnitId unit, Line line) {
        return new Rates(rates.of(unit, line), programmes.current().asking().minimum());
    }

    /** What stands behind the rates, in the scope, the newest first. */
    @Transactional(readOnly = true)
    public Slice<Result> list(UnitId id, Line line, Scope scope, Slot slot) {
        Unit unit = units.visible(id, scope);
        long before = slot.cursor() == null ? Long.MAX_VALUE : Parameter.cursor(slot.cursor());
        List<Asking> rows = store.list(
                unit,
                line,
                scope.condition("position", "industry_position"),
                new ResultStore.Slot(before, slot.limit() + 1));
        Slice<Asking> slice = Slice.of(rows, slot.limit(), a -> Long.toString(a.id()));
        Map<Long, List<Result.Group>> groups =
                store.groups(slice.rows().stream().map(Asking::id).toList());
        return new Slice<>(
                slice.rows().stream()
                        .map(a -> Result.ended(a, groups.getOrDefault(a.id(), List.of()), List.of()))
                        .toList(),
                slice.next());
    }

    /** Where a list goes on, and how many rows it shows. */
    public record Slot(String cursor, int limit) {}

    /** All askings about a matter that the caller has been shown, the newest first. */
    @Transactional(readOnly = true)
    public List<Result> about(MatterId matter) {
        List<Result> results = new ArrayList<>();
        for (Asking asking : askings.of(matter)) {
            results.add(asking.isOpen() ? Result.open(asking) : ended(asking));
        }
        return results;
    }

    private Result ended(Asking asking) {
        List<String> words = invitations.said(asking.id()).stream()
                .map(s -> s.answer().words())
                .filter(Objects::nonNull)
                .map(PersonalData::masked)
                .toList();
        return Result.ended(asking, store.groups(List.of(asking.id())).getOrDefault(asking.id(), List.of()), words);
    }

    /** The draw of an asking that has ended; NotFound before. */
    @Transactional(readOnly = true)
    public Proof proof(long id) {
        Asking asking = askings.ended(id).orElseThrow(() -> new NotFound("draw", id));
        AskingStore.Drawn drawn = askings.drawn(id);
        HexFormat hex = HexFormat.of();
        return new Proof(
                id,
                Draw.name(asking.matter(), asking.round()),
                hex.formatHex(drawn.seed()),
                hex.formatHex(Digest.of(drawn.seed())),
                hex.formatHex(drawn.poolDigest()),
                drawn.drawn(),
                new Pool(drawn.poolSize(), (from, count) -> store.leaves(id, from, count)));
    }
}
