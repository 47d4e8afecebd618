package org.luodi.matters;

import java.util.Collection;
import java.util.Map;
import org.luodi.organisation.UnitId;
import org.luodi.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a unit has on its hands; asked with units the caller has been shown. */
@Component
public class Workload {

    private final ObligationStore store;
    private final TaskStore tasks;
    private final Programmes programmes;

    Workload(ObligationStore store, TaskStore tasks, Programmes programmes) {
        this.store = store;
        this.tasks = tasks;
        this.programmes = programmes;
    }

    /** Whether it has more open matters than the programme thinks it can work at in parallel (mechanisms 16). */
    @Transactional(readOnly = true)
    public boolean crowded(UnitId unit) {
        return store.openAtLeast(unit, programmes.current().softLimit() + 1);
    }

    /** Open tasks that these units have as helpers, the most urgent first, with the matters they belong to. */
    @Transactional(readOnly = true)
    public Map<Task, MatterId> tasksOf(Collection<UnitId> units, int limit) {
        return tasks.openOf(units, limit);
    }
}
