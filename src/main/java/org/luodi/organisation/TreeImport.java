package org.luodi.organisation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.luodi.platform.NotFound;
import org.luodi.platform.Refusal;
import org.luodi.platform.files.StoredFile;
import org.luodi.platform.files.StoredFiles;
import org.luodi.platform.files.Upload;
import org.luodi.platform.ledger.Change;
import org.luodi.platform.ledger.Ledger;
import org.luodi.platform.ledger.Reach;
import org.luodi.platform.ledger.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings a file of units into the tree: offered, looked at, then made in one transaction or not at all. */
@Component
public class TreeImport {

    private static final int SHOWN = 200;

    private final UnitStore units;
    private final ImportStore store;
    private final RefusalStore refusals;
    private final ImportSteps steps;
    private final Grants grants;
    private final StoredFiles files;
    private final Ledger ledger;
    private final Clock clock;

    TreeImport(
            UnitStore units,
            ImportStore store,
            RefusalStore refusals,
            ImportSteps steps,
            Grants grants,
            StoredFiles files,
            Ledger ledger,
            Clock clock) {
        this.units = units;
        this.store = store;
        this.refusals = refusals;
        this.steps = steps;
        this.grants = grants;
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** How the reasons of refused rows are said: over their column, and each. */
    public record Reasons(String heading, Function<Refusal, String> text) {}

    /** One row that changes something: {@code what} is created, renamed or moved. */
    public record Touched(int line, String code, String name, String what, List<Difference> differences) {

        public Touched {
            differences = differences == null ? List.of() : List.copyOf(differences);
        }
    }

    /** What a row changes: {@code field} is name, superior or industry; {@code before} is null where nothing stood. */
    public record Difference(String field, String before, String after) {}

    /** One row that changes nothing, with the message of the reason. */
    public record Refused(int line, String key, List<String> args) {}

    /** How many rows do what, with the first of them. */
    public record Summary(
            int created,
            int renamed,
            int moved,
            int unchanged,
            int refused,
            List<Touched> touched,
            List<Refused> refusals) {

        /** Whether there is anything to do. */
        @JsonIgnore
        public boolean changes() {
            return created + renamed + moved > 0;
        }
    }

    /** An import with the file it came from; {@code appliedAt} is null until it is made. */
    public record Report(long id, String file, Instant at, Instant appliedAt, Summary summary) {}

    /** Keeps a file and finds out what it would change; nothing of the tree is written. */
    @Transactional
    public long offer(Upload upload, Scope scope) {
        if (scope.grants().stream().noneMatch(g -> TreeRules.MAY.contains(g.role()))) {
            throw Refusal.of("changes.import.powers");
        }
        StoredFile file =
                files.keep(upload, ImportFile.MOST_BYTES, scope.actor().id());
        ImportPlan plan = plan(file, scope);
        long id = store.offer(file.id(), summary(plan, plan.finish()), stamp(scope));
        keepRefusals(id, plan);
        return id;
    }

    /** What an import found, or did. Whoever offered it sees it, nobody else. */
    @Transactional(readOnly = true)
    public Report report(long id, Scope scope) {
        ImportStore.Offered offered = offered(id, scope);
        String name = files.get(offered.file()).name();
        return new Report(id, name, offered.at(), offered.appliedAt(), offered.summary());
    }

    /** Makes an import, against the tree as it is now. */
    @Transactional
    public Report apply(long id, Scope scope) {
        units.lockTree();
        ImportStore.Offered offered = offered(id, scope);
        Scope now = grants.scopeOf(scope.actor());
        StoredFile file = files.get(offered.file());
        ImportPlan plan = plan(file, now);
        List<ImportPlan.Step> todo = plan.finish();
        Summary summary = summary(plan, todo);
        ChangeStore.Stamp stamp = stamp(scope);
        if (!store.applied(id, summary, stamp.at())) {
            throw Refusal.conflict("changes.import.applied");
        }
        keepRefusals(id, plan);
        if (!todo.isEmpty()) {
            steps.make(plan, todo, stamp);
            units.newTreeVersion();
            ledger.append(entry(file, summary, stamp));
        }
        return new Report(id, file.name(), offered.at(), stamp.at(), summary);
    }

    /** The refused rows as a workbook in the layout they came in, with the reason behind each. */
    @Transactional(readOnly = true)
    public void refused(long id, Scope scope, OutputStream out, Reasons reasons) {
        StoredFile file = files.get(offered(id, scope).file());
        ImportFile.refused(files.path(file), file.name(), out, new ImportFile.Refusals(refusals.of(id), reasons));
    }

    private void keepRefusals(long id, ImportPlan plan) {
        refusals.replace(id, plan.refused().stream().map(TreeImport::refused).toList());
    }

    private Change entry(StoredFile file, Summary summary, ChangeStore.Stamp stamp) {
        return new Change(
                stamp.at(),
                stamp.by(),
                null,
                new Subject("tree", 1),
                "imported",
                Map.of(
                        "created", summary.created(),
                        "renamed", summary.renamed(),
                        "moved", summary.moved(),
                        "refused", summary.refused(),
                        "digest", file.digest()),
                Reach.NONE);
    }

    private ImportStore.Offered offered(long id, Scope scope) {
        return store.find(id)
                .filter(o -> o.actor() == scope.actor().id())
                .orElseThrow(() -> new NotFound("import", id));
    }

    private ImportPlan plan(StoredFile file, Scope scope) {
        ImportPlan plan = new ImportPlan(at -> scope.has(TreeRules.MAY, at));
        ImportRows rows = new ImportRows(plan, store::known);
        ImportFile.read(files.path(file), file.name(), rows, plan::tooLong);
        rows.finish();
        return plan;
    }

    private static Summary summary(ImportPlan plan, List<ImportPlan.Step> todo) {
        return new Summary(
                (int) todo.stream().filter(s -> s.known() == null).count(),
                (int) todo.stream().filter(ImportPlan.Step::renamed).count(),
                (int) todo.stream().filter(TreeImport::moves).count(),
                plan.unchanged(),
                plan.refused().size(),
                todo.stream().limit(SHOWN).map(s -> touched(plan, s)).toList(),
                plan.refused().stream().limit(SHOWN).map(TreeImport::refused).toList());
    }

    private static boolean moves(ImportPlan.Step step) {
        return step.known() != null && (step.moved() || step.movedIndustry());
    }

    private static Touched touched(ImportPlan plan, ImportPlan.Step step) {
        String what = step.known() == null ? "created" : moves(step) ? "moved" : "renamed";
        return new Touched(
                step.row().line(),
                step.row().code(),
                step.row().name(),
                what,
                plan.words().differences(step));
    }

    private static Refused refused(ImportPlan.Refused refused) {
        return new Refused(
                refused.line(),
                refused.why().key(),
                Stream.of(refused.why().args()).map(String::valueOf).toList());
    }

    private ChangeStore.Stamp stamp(Scope scope) {
        return new ChangeStore.Stamp(scope.actor(), LocalDate.now(clock), clock.instant());
    }
}
