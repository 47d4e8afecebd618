package org.luodi.days;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luodi.matters.DayRow;
import org.luodi.matters.DaySection;
import org.luodi.matters.MatterId;
import org.luodi.matters.Task;
import org.luodi.matters.Waiting;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.springframework.stereotype.Component;

/** Tasks that one's units have as helpers in matters of others (mechanisms 26). */
@Component
class TaskSection implements DaySection {

    private final Waiting waiting;

    TaskSection(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String title() {
        return "days.section.tasks";
    }

    @Override
    public String all(Scope scope) {
        return null;
    }

    @Override
    public List<DayRow> rows(Scope scope, LocalDate today, int limit) {
        Set<UnitId> units = Waiting.units(scope);
        Map<Task, MatterId> tasks = units.isEmpty() ? Map.of() : waiting.tasksOf(units, limit);
        Map<MatterId, Waiting.Found> matters = waiting.seen(Set.copyOf(tasks.values()), scope).stream()
                .collect(Collectors.toMap(f -> f.matter().id(), Function.identity()));
        return tasks.entrySet().stream()
                .filter(t -> matters.containsKey(t.getValue()))
                .map(t -> row(t.getKey(), matters.get(t.getValue())))
                .toList();
    }

    private static DayRow row(Task task, Waiting.Found found) {
        String here = "/matters/" + found.matter().id().value();
        return new DayRow(
                here,
                task.what(),
                found.matter().number(),
                found.matter().unit(),
                task.due(),
                0,
                new DayRow.Note("", "days.task.of", found.title()),
                List.of(new DayRow.Way(here + "/completions?task=" + task.id(), "matters.verb.finish-task")));
    }
}
