package org.luodi.matters.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.matters.Acceptance;
import org.luodi.matters.Aside;
import org.luodi.matters.Closings;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Matters;
import org.luodi.matters.Panel;
import org.luodi.matters.Roots;
import org.luodi.matters.Task;
import org.luodi.matters.Waiting;
import org.luodi.organisation.Scope;
import org.luodi.organisation.UnitId;
import org.luodi.organisation.Units;
import org.luodi.platform.Slice;
import org.springframework.stereotype.Component;

/** Reads what stands around a matter: tasks, what its close rests on, roots and symptoms, and what other modules keep. */
@Component
class Surroundings {

    private final Matters matters;
    private final Roots roots;
    private final Units units;
    private final Closings closings;
    private final Waiting waiting;
    private final List<Aside> asides;

    Surroundings(Matters matters, Roots roots, Units units, Closings closings, Waiting waiting, List<Aside> asides) {
        this.matters = matters;
        this.roots = roots;
        this.units = units;
        this.closings = closings;
        this.waiting = waiting;
        this.asides =
                asides.stream().sorted(Comparator.comparingInt(Aside::order)).toList();
    }

    OnePage.Around of(Matters.Told told, Scope scope) {
        Matter matter = told.matter();
        List<Task> tasks = matters.tasks(matter.id(), scope);
        Closings.Closing closing = closings.of(matter.id(), scope);
        List<Panel> panels =
                asides.stream().flatMap(a -> a.panel(told, scope).stream()).toList();
        Roots.Standing standing = roots.standing(matter.id());
        return new OnePage.Around(
                tasks,
                closing,
                panels,
                standing.tied() == 0 ? null : standing,
                units.names(spokenOf(matter, tasks, closing)),
                matter.stage().isOpen() && waiting.crowded(matter.unit()));
    }

    /** One page of the matters tied to a root the caller has been shown. */
    Symptoms symptoms(MatterId root, String cursor, int limit) {
        Slice<Matters.Told> slice = roots.symptoms(root, cursor, limit);
        List<UnitId> shown =
                slice.rows().stream().map(t -> t.matter().symptom()).distinct().toList();
        return new Symptoms(roots.standing(root), slice, units.names(shown));
    }

    private static List<UnitId> spokenOf(Matter matter, List<Task> tasks, Closings.Closing closing) {
        Stream<UnitId> accepting = closing.acceptances().stream().map(Acceptance::unit);
        Stream<UnitId> signing = Optional.ofNullable(closing.signature()).map(Closings.Signature::unit).stream();
        Stream<UnitId> helping = tasks.stream().map(Task::unit).filter(Objects::nonNull);
        return Stream.of(Stream.of(matter.symptom()), accepting, signing, helping)
                .flatMap(s -> s)
                .distinct()
                .toList();
    }
}
