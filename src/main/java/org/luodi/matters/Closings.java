package org.luodi.matters;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the close of a matter rests on. */
@Component
public class Closings {

    private final Matters matters;
    private final ClosingStore store;
    private final Gathering gathering;

    Closings(Matters matters, ClosingStore store, Gathering gathering) {
        this.matters = matters;
        this.store = store;
        this.gathering = gathering;
    }

    /**
     * What a close rests on.
     *
     * @param signature null where nobody signed since it last came back
     * @param missing levels that are asked to accept and have not
     */
    public record Closing(
            List<Acceptance> acceptances, Signature signature, List<Verdict> verdicts, Set<String> missing) {}

    /** The leader's own signature below a marked matter (mechanisms 57). */
    public record Signature(UnitId unit, long by, Instant at) {}

    /** What stands of it now. */
    @Transactional(readOnly = true)
    public Closing of(MatterId id, Scope scope) {
        Matter matter = matters.visible(id, scope).matter();
        List<Acceptance> acceptances = store.acceptances(id);
        return new Closing(
                acceptances,
                store.signature(matter).orElse(null),
                store.verdicts(id),
                gathering.missing(matter, acceptances));
    }
}
