package org.luodi.evidence;

import java.nio.file.Path;
import java.util.Optional;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.organisation.Scope;
import org.luodi.platform.NotFound;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.platform.Slice;
import org.luodi.platform.files.StoredFiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The evidence of matters (证明材料): brought, replaced by newer versions, removed with a reason; nothing is ever lost (mechanisms 30). */
@Component
public class Evidence {

    private final EvidenceStore store;
    private final EvidenceIntake intake;
    private final EvidenceChanges changes;
    private final Matters matters;
    private final StoredFiles files;

    Evidence(EvidenceStore store, EvidenceIntake intake, EvidenceChanges changes, Matters matters, StoredFiles files) {
        this.store = store;
        this.intake = intake;
        this.changes = changes;
        this.matters = matters;
        this.files = files;
    }

    /** One page of a matter's evidence in the order it came, removed pieces among it; at most two hundred count. */
    @Transactional(readOnly = true)
    public Slice<Item> of(MatterId matter, Scope scope, String cursor, int limit) {
        matters.visible(matter, scope);
        long after = cursor == null ? 0 : Parameter.cursor(cursor);
        return Slice.of(store.of(matter, after, limit + 1), limit, i -> Long.toString(i.id()));
    }

    /** One piece, or NotFound where it does not exist or its matter lies outside the scope. */
    @Transactional(readOnly = true)
    public Item visible(long id, Scope scope) {
        Item item = store.find(id).orElseThrow(() -> new NotFound("evidence", id));
        matters.visible(item.matter(), scope);
        return item;
    }

    /** Why this person may not bring evidence now; empty where nothing stands in the way. */
    public Optional<Refusal> mayNot(Matters.Told told, Scope scope) {
        return changes.mayNot(told.matter(), scope);
    }

    /** Why this person may not replace or remove a piece now; empty where nothing stands in the way. */
    public Optional<Refusal> mayNotChange(Item item, Matters.Told told, Scope scope) {
        return mayNot(told, scope).or(() -> EvidenceRules.mayNotChange(item, told.matter(), scope));
    }

    /** Whether this person may look into a piece: what was removed only administrators still open. */
    public boolean mayOpen(Item item, Matters.Told told, Scope scope) {
        return EvidenceRules.mayOpen(item, told.matter(), scope);
    }

    /** Keeps a new piece of evidence. */
    public Item add(MatterId matter, Draft draft, Scope scope) {
        allowed(matters.visible(matter, scope), scope);
        EvidenceRules.caption(draft.caption());
        return changes.add(matter, draft, intake.read(draft.upload()), scope);
    }

    /** Puts a newer version in front of the one the person saw; the old one stays readable. */
    public Item replace(long id, int version, Draft draft, Scope scope) {
        Item item = visible(id, scope);
        mayNotChange(item, matters.visible(item.matter(), scope), scope).ifPresent(refusal -> {
            throw refusal;
        });
        EvidenceRules.caption(draft.caption());
        return changes.replace(new EvidenceChanges.Seen(id, version), draft, intake.read(draft.upload()), scope);
    }

    /** Ends a piece with a reason; its row and its files stay. */
    public Item remove(long id, int version, String reason, Scope scope) {
        visible(id, scope);
        EvidenceRules.reason(reason);
        return changes.remove(new EvidenceChanges.Seen(id, version), reason.strip(), scope);
    }

    /** A version to be looked into; of a removed piece only for administrators. */
    @Transactional(readOnly = true)
    public Item.Version version(long id, int number, Scope scope) {
        Item item = visible(id, scope);
        Matters.Told told = matters.visible(item.matter(), scope);
        return item.versions().stream()
                .filter(v -> v.number() == number && EvidenceRules.mayOpen(item, told.matter(), scope))
                .findFirst()
                .orElseThrow(() -> new NotFound("version", number));
    }

    /** A version that has been released to the public, as long as its piece was not removed. */
    @Transactional(readOnly = true)
    public Optional<Item.Version> standing(long id, int number) {
        return store.find(id).filter(i -> i.removed() == null).stream()
                .flatMap(i -> i.versions().stream())
                .filter(v -> v.number() == number)
                .findFirst();
    }

    /** Where the content of a version lies that the caller may look into. */
    public Path content(Item.Version version) {
        return files.path(files.get(version.file()));
    }

    /** Where the small picture of such a version lies, if it has one. */
    public Optional<Path> preview(Item.Version version) {
        return Optional.ofNullable(version.preview()).map(files::get).map(files::path);
    }

    private void allowed(Matters.Told told, Scope scope) {
        mayNot(told, scope).ifPresent(refusal -> {
            throw refusal;
        });
    }
}
